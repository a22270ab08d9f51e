/**
 * What one line of flattened text looks like. A row tests a trimmed line, or its first 200 characters; what a
 * line is, the driver decides from the rows that hit it and from its neighbours.
 *
 * Order counts within a role: the first row that hits wins.
 */
export type LineRole =
  /** A bullet sign and its text; the sign is group 1. */
  | 'bullet'
  /** A bullet sign that is also a mark of prose: believed only in company. Sign in group 1. */
  | 'dash'
  /** A bullet sign alone. */
  | 'bare'
  /** A counted item: group 1 is the number or letter, group 2 what closes it. */
  | 'ordered'
  /** A line drawn across the page. */
  | 'rule'
  /** Underlines the line before it as a heading. */
  | 'underline'
  | 'fence'
  | 'quote'
  /** A heading by its own sign: group 1 is the sign. */
  | 'marked'
  /** A heading by its number or its word. */
  | 'numbered'
  /** Written in capitals throughout. */
  | 'capitals'
  /** Input or output of a shell. */
  | 'prompt'
  /** A line of a program. */
  | 'code'
  /** Belongs to code if lines of code stand beside it. */
  | 'codeOrText'
  /** A name and its value: a setting, or a label of prose. */
  | 'pair'
  /** Somebody speaks: such a line starts a paragraph of its own. */
  | 'speech'
  /** What a page says of itself while it loads: no part of the text around it. */
  | 'status'
  /** Short, without end mark, and still no heading. */
  | 'notHeading'

export interface LineRule {
  readonly name: string
  readonly is: LineRole
  readonly test: RegExp
  /** Characters of which every line that it hits has one: asked first, because it is cheap. */
  readonly signs?: string
  /** Characters that every line it hits begins with one of. */
  readonly starts?: string
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|' +
  'januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'

export const lineRules: readonly LineRule[] = [
  // Lists
  {name: 'bullet-sign', is: 'bullet', starts: '•●◦▪▫‣⁃∙○◘■□◆◇►▸▹➢➤➔⦁', test: /^([•●◦▪▫‣⁃∙○◘■□◆◇►▸▹➢➤➔⦁])\s{0,8}(?=\S)/u,
    hits: ['• Milk', '●Milk', '▪  Milk', '‣ Milk'], misses: ['Milk • Eggs', '•', '- Milk']},
  {name: 'icon-bullet', is: 'bullet', starts: '\uf0b7\uf0a7\uf0d8\uf076', test: /^([\uf0b7\uf0a7\uf0d8\uf076])\s{0,8}(?=\S)/u,
    hits: ['\uf0b7 Milk'], misses: ['\uf0b7', 'Milk \uf0b7']},
  {name: 'middle-dot', is: 'bullet', starts: '·‧・', test: /^([·‧・])\s{0,8}(?=\S)/u,
    hits: ['· Milk', '・牛乳'], misses: ['a · b', '·']},
  {name: 'ascii-bullet', is: 'dash', starts: '-*+', test: /^([-*+])\s{1,8}(?=\S)/u,
    hits: ['- Milk', '* Milk', '+ Milk'], misses: ['-5 degrees', '*Milk*', '- ', '-- Milk']},
  {name: 'en-dash-bullet', is: 'dash', starts: '–', test: /^(–)\s{1,8}(?=\S)/u,
    hits: ['– Milk'], misses: ['–Milk', '— Milk']},
  {name: 'letter-o-bullet', is: 'dash', starts: 'o', test: /^(o)\s{2,8}(?=\S)/u,
    hits: ['o   Milk'], misses: ['o Milk', 'of  milk']},
  {name: 'detached-bullet', is: 'bare', test: /^[•●◦▪▫‣⁃∙○■□◆►▸➢➤⦁·\uf0b7\uf0a7*+-]$/u,
    hits: ['•', '·', '*'], misses: ['• Milk', '--', 'o']},
  {name: 'number-dot', is: 'ordered', test: /^(\d{1,3})([.)])\s{1,8}(?=\S)/u,
    hits: ['1. Milk', '12) Milk'], misses: ['1.5 litres', '1984. A novel', '1.Milk']},
  {name: 'number-in-parentheses', is: 'ordered', test: /^\((\d{1,3})(\))\s{1,8}(?=\S)/u,
    hits: ['(1) Milk'], misses: ['(1)', '(a note) Milk']},
  {name: 'letter-parenthesis', is: 'ordered', test: /^\(?([a-z])(\))\s{1,8}(?=\S)/u,
    hits: ['a) Milk', '(b) Eggs'], misses: ['ab) Milk', 'A. Smith']},
  {name: 'full-width-number', is: 'ordered', test: /^[(（]?(\d{1,3})([、．）])\s{0,8}(?=\S)/u,
    hits: ['1、牛奶', '（2）鸡蛋'], misses: ['1,5', '2）']},

  // Lines across the page, underlines, fences, quotes
  {name: 'stars', is: 'rule', starts: '*', test: /^(?:\*[ \t]{0,8}){3,200}$/u, hits: ['***', '* * *', '*****'], misses: ['**', '*** bold', '* a *']},
  {name: 'dashes', is: 'rule', starts: '-–—―─━═‐', test: /^(?:[-–—―─━═‐][ \t]?){3,200}$/u, hits: ['---', '- - -', '─────', '———'], misses: ['--', '--- a ---']},
  {name: 'underscores', is: 'rule', starts: '_', test: /^_{3,200}$/u, hits: ['___'], misses: ['__', '__init__']},
  {name: 'equals', is: 'rule', starts: '=~#', test: /^[=~#]{4,200}$/u, hits: ['====', '~~~~', '######'], misses: ['==', '== a ==']},
  {name: 'ornament', is: 'rule', starts: '⁂❦❧☙•·~◆◇', test: /^(?:[⁂❦❧☙]|(?:[•·~◆◇]\s){2}[•·~◆◇])$/u, hits: ['⁂', '• • •', '~ ~ ~'], misses: ['•', '~']},
  {name: 'double-underline', is: 'underline', starts: '=', test: /^={3,200}$/u, hits: ['====='], misses: ['==', '=== x']},
  {name: 'single-underline', is: 'underline', starts: '-', test: /^-{3,200}$/u, hits: ['-----'], misses: ['--', '- - -']},
  {name: 'backticks', is: 'fence', starts: '`', test: /^`{3,20}\s{0,8}[\w+#.-]{0,30}$/u, hits: ['```', '```js', '``` c++'], misses: ['``', '```js``` inline']},
  {name: 'tildes', is: 'fence', starts: '~', test: /^~{3}\s{0,8}[\w+#.-]{0,30}$/u, hits: ['~~~', '~~~ python'], misses: ['~~', '~~~~~~ six']},
  {name: 'angle', is: 'quote', starts: '>', test: /^(?:>\s?){1,50}(?!>|=)/u, hits: ['> I said', '>I said', '>> she said', '>'], misses: ['>= 5', 'a > b']},

  // Headings by their own sign, number or word
  {name: 'hashes', is: 'marked', starts: '#', test: /^(#{1,6})\s{1,8}(?=\S)/u, hits: ['# Milk', '### Milk'], misses: ['#milk', '####### Milk', '#']},
  {name: 'wiki', is: 'marked', starts: '=', test: /^(={2,6})\s{0,8}[^=\s][^=]{0,100}={2,6}$/u, hits: ['== Milk ==', '===Milk==='], misses: ['== Milk', '====']},
  {name: 'decimal', is: 'numbered', test: /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s{1,8}(?=\p{Lu}|\p{Lo})/u,
    hits: ['1.2 Materials', '3.4.1. Results'], misses: ['1.2 litres of milk', '3.50 €', '10.12.2019']},
  {name: 'number', is: 'numbered', test: /^(?:\d{1,2}|[IVX]{1,5})[.)]\s{1,8}(?=["“«¿¡]?(?:\p{Lu}|\p{Lo}))/u,
    hits: ['1. Introduction', 'IV. Results', '3) Methods'], misses: ['1 Introduction', '2. of March', '100. Psalm']},
  {name: 'chapter', is: 'numbered',
    test: /^(?:chapter|part|section|appendix|book|volume|lesson|step|kapitel|teil|abschnitt|anhang|chapitre|partie|capítulo|parte|capitolo|глава|часть)\s(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])(?:$|[.:—–-]|\s[-–—:])/iu,
    hits: ['Chapter 1', 'PART II', 'Appendix A: Tables', 'Kapitel 3 – Das Meer', 'Step 4: Bake'], misses: ['Part of the plan', 'Chapter one of his life', 'Step 4 is hard']},
  {name: 'chinese-chapter', is: 'numbered', test: /^第[一二三四五六七八九十百零〇\d]{1,6}[章节節回部篇課课]/u, hits: ['第三章 海', '第12回'], misses: ['第三次', '三章']},
  {name: 'chinese-number', is: 'numbered', test: /^[一二三四五六七八九十]{1,3}、(?=\S)/u, hits: ['一、引言', '十二、结论'], misses: ['一个', '、引言']},

  {name: 'all-capitals', is: 'capitals', test: /^(?=.*\p{Lu}{3})[^\p{Ll}]{4,100}$/u, hits: ['THE SEA', 'WHAT WE DO', 'ГЛАВА МОРЯ'], misses: ['The SEA', 'US', '第三章 海']},

  // Code
  {name: 'shell', is: 'prompt', signs: '$', test: /^(?:[\w.-]{1,40}@[\w.-]{1,60}[:~\w/.-]{0,80})?\$\s{1,2}(?=[\w./~-])(?!\d)/u,
    hits: ['$ npm install', 'ann@host:~/src$ ls -l'], misses: ['$5 off', '$ 5', '100 $ each']},
  {name: 'root-shell', is: 'prompt', signs: '#', test: /^[\w.-]{1,40}@[\w.-]{1,60}[:~\w/.-]{0,80}#\s/u, hits: ['root@box:/# ls'], misses: ['# ls', 'ann@example.org']},
  {name: 'python-prompt', is: 'prompt', signs: '>.:', test: /^(?:>>>|\.\.\.(?= {1,12}\S)|In \[\d{1,4}\]:|Out\[\d{1,4}\]:|irb\(main\)[:\d]{0,9}>)(?:\s|$)/u,
    hits: ['>>> print(1)', 'In [3]: df.head()'], misses: ['>> quoted', '...and so on', 'In [3] we show']},
  {name: 'windows-prompt', is: 'prompt', signs: '\\', test: /^(?:PS )?[A-Z]:\\[^<>|"]{0,120}>/u, hits: ['C:\\Users\\ann> dir', 'PS C:\\> ls'], misses: ['C:\\Users', 'A: yes > no']},
  {name: 'statement-end', is: 'code', signs: ';', test: /[\w)\]}"'`]\s?;(?:\s{0,8}(?:\/\/|\/\*|#).{0,120})?$/u,
    hits: ['let a = 1;', 'run(); // now', 'return;'], misses: ['He came; she left', 'a; b and c', '&amp'] },
  {name: 'brace-end', is: 'code', signs: '{[(>|', test: /(?:[\w)\]>'"=:,(]\s?[{[(]|=>\s?[{(]?|[)\w]\s\{\s?\|[\w, ]{1,40}\|)$/u,
    hits: ['if (a) {', 'const list = [', 'map(x =>', 'foo('], misses: ['see note [1]', 'a (b)', '{{ name }}']},
  {name: 'opening-only', is: 'code', starts: '{[(', test: /^[{[(]{1,4}$/u, hits: ['{', '[{'], misses: ['{a', '()']},
  {name: 'closing-only', is: 'code', starts: '])}', test: /^[\])}]{1,8}[;,)]{0,4}(?:\s(?:else|catch|finally|while)\b.{0,120})?$/u,
    hits: ['}', '});', '} else {', '],'], misses: ['} and so', ':)']},
  {name: 'definition', is: 'code',
    test: /^(?:export |async |public |private |protected |static |final |abstract |pub(?:\(crate\))? |unsafe |inline |virtual |override ){0,5}(?:def|fn|func|function|class|struct|enum|interface|impl|trait|namespace|module|void|int|bool|string|double|float|char)\b\s?[\w$:<>*&~]{1,60}\s?(?:[({:<=[]|extends |implements |for )/u,
    hits: ['def run(self):', 'pub fn main() {', 'class Foo extends Bar', 'public static void main(String[] args)', 'int a = 5'],
    misses: ['class of 1984', 'function is important', 'interface design', 'Class A (best)']},
  {name: 'declaration', is: 'code', signs: '=', test: /^(?:const|let|var|val|auto|my|local|export)\s[\w$@{[(][\w$,: {}[\]()<>|?.]{0,80}\s?:?=/u,
    hits: ['const a = 1', 'let {a, b} = c', 'export PATH=/bin', 'local x = 5'], misses: ['let us go', 'const', 'export of goods']},
  {name: 'module-import', is: 'code', starts: 'if', test: /^(?:import\s[\w.*{}, ]{1,120}\sfrom\s["'].{0,120}|import\s["'\w.{*][\w./"'*@-]{0,120}(?:\sas\s\w{1,40})?;?|from\s[\w.]{1,80}\simport\s[\w*(][\w*(), ]{0,100})$/u,
    hits: ['import os', "import a from 'b'", 'from a.b import c', 'import numpy as np'], misses: ['import duties on cars', 'from Paris they import it', 'important']},
  {name: 'include', is: 'code', starts: '#uvrp', test: /^(?:#include\s?[<"]|#!\/|using\s[\w.:]{1,80};|(?:var .{1,40}= ?)?require\s?\(?["']|package\s[\w.]{1,80};?$|use\s[\w:\\{}, *]{1,80};)/u,
    hits: ['#include <stdio.h>', '#!/bin/sh', 'use std::io;', 'package main'], misses: ['use it well', 'package tours to Rome', 'using this']},
  {name: 'assignment', is: 'code', signs: '=<', test: /^[\w$.[\]'"@*>-]{1,60}(?: ?(?:[-+*/|&?]?=|:=|<-) ?)(?:["'`[{$@&!-]|\d+(?:\.\d+)?;?$|\w[\w$.:>-]{0,60}(?:[([{].{0,150}|;)?$)/u,
    hits: ['x = 5', 'name = "a"', 'this.a = b(c)', 'total += price[1]', 'n := len(a)'], misses: ['a = b is true for all', 'x is 5', 'one - two']},
  {name: 'call', is: 'code', signs: '(', test: /^(?:await |return |yield |throw |new |echo |print )?[\w$]{1,40}(?:(?:\.|::|->)[\w$]{1,40}){0,8}!?\((?:[^()]|\([^()]{0,80}\)){0,160}\)(?:\.\w{1,40}\(.{0,80})?[;,:]?$/u,
    hits: ['console.log(a)', 'foo(bar(1), 2)', 'println!("hi")', 'return a.b(c)'], misses: ['London (2012)', 'He said (quietly)', 'f(x) is even']},
  {name: 'decorator', is: 'code', starts: '@', test: /^@[\w.]{2,60}(?:\(.{0,120}\))?$/u, hits: ['@Override', '@app.route("/x")'], misses: ['@ann said', 'ann@example.org', '@a']},
  {name: 'preprocessor', is: 'code', starts: '#', test: /^#(?:define|ifdef|ifndef|endif|pragma|undef|if |else$)\b/u, hits: ['#define A 1', '#endif'], misses: ['#defined by law', '# define']},
  {name: 'tag', is: 'code', starts: '<', test: /^<(?:\/?[a-zA-Z][\w:.-]{0,40}(?:\s[^<>]{0,160})?\/?|!--.{0,160}--|!DOCTYPE.{0,80}|\?xml.{0,80}\?)>(?:[^<>]{0,120}<\/[\w:.-]{1,40}>)?$/u,
    hits: ['<div class="a">', '</div>', '<b>x</b>', '<?xml version="1.0"?>'], misses: ['<3', 'a <b> c', '<https://example.org> is here']},
  {name: 'sql', is: 'code', starts: 'SIUCDAWGO', test: /^(?:SELECT\s.{1,120}(?:\sFROM\s|,$)|INSERT INTO\s|UPDATE\s\w{1,60}\sSET\s|CREATE (?:TABLE|INDEX|VIEW)\s|DELETE FROM\s|ALTER TABLE\s|DROP TABLE\s|WHERE\s\w{1,60}\s?[=<>]|GROUP BY\s|ORDER BY\s\w)/u,
    hits: ['SELECT a FROM b', 'CREATE TABLE x (', 'WHERE id = 5'], misses: ['Select a date from the list', 'UPDATE: we won']},
  {name: 'control-flow', is: 'code', starts: 'eifwsumct', test: /^(?:(?:else )?if|elif|for(?:each)?|while|switch|match|catch|except|with|unless|case|try|else|finally)\b(?:.{0,160}[^\s:]:|:|.{0,160}(?:\)\s?\{|\bthen|\bdo)|\s?\{|\s?\(.{0,160}\)\s?)$/u,
    hits: ['if a == b:', 'for (let i = 0; i < 5; i++)', 'while x; do', 'else:', 'try {'],
    misses: ['if you can', 'for everyone', 'with love (always).', 'else', 'with Ann (left)']},
  {name: 'comment', is: 'code', starts: '/*<-"', test: /^(?:\/\/\s?\S|\/\*|\*\/|<!--|--\s\w.{0,80};|"""$)/u, hits: ['// now', '/* a', '*/'], misses: ['/path/a', '- a', 'http://a']},
  {name: 'json-pair', is: 'code', starts: '"\'', test: /^["'][\w$. -]{1,60}["']\s?:\s?(?:["'[{\d-]|true|false|null).{0,160}$/u, hits: ['"a": 5,', "'b': {", '"c d": "x"'], misses: ['"Yes": he said', 'a: 5']},
  {name: 'css', is: 'code', signs: '{;', test: /^(?:[.#]?[\w-]{1,60}(?:[ ,>:.#]{1,3}[\w()-]{1,60}){0,6}\s?\{.{0,160}|[a-z-]{2,40}:\s?[^;]{1,120};)$/u,
    hits: ['.nav a {', 'color: red;', 'body{margin:0}'], misses: ['color: red', 'Note: he left; she stayed', 'a; b']},
  {name: 'command', is: 'code', starts: 'spnyabgdkcwmht', test: /^(?:sudo|python3?|node|npm|npx|yarn|pnpm|pip3?|apt(?:-get)?|brew|git|docker|kubectl|curl|wget|cargo|cd|mkdir|chmod|helm|terraform|conda)\s(?:-{1,2}\w|install\b|add\b|clone\b|run\b|init\b|commit\b|push\b|pull\b|checkout\b|build\b|update\b|https?:|[\w./~$-]{1,60}$).{0,160}$/u,
    hits: ['npm install foo', 'git clone https://example.org/a.git', 'cd src', 'pip install -r a.txt', 'python -m venv x'],
    misses: ['git is a tool for people', 'docker makes it easy to ship', 'cd players and tapes']},
  {name: 'hash-comment', is: 'codeOrText', starts: '#', test: /^#\s?\S/u, hits: ['# now', '#now'], misses: ['#', 'a # b']},
  {name: 'no-value', is: 'codeOrText', test: /\b(?:nil|null)\b/u, hits: ['return nil', 'a is null'], misses: ['nullify', 'annul']},
  {name: 'operators', is: 'codeOrText', signs: '=&|->:<([$\\', test: /(?:==|!=|&&|\|\||->|::|\+=|<=|>=|\w\(\)|\w\[\d|\$\{?\w|--\w|\s-[A-Za-z](?=\s|$)|\\$)/u,
    hits: ['a == b', 'x->y', 'run --fast', 'ls -l', 'f()'], misses: ['a and b', 'one - two', 'T-shirt']},
  {name: 'key-value', is: 'pair', signs: ':=', test: /^[\w.-]{1,40}\s?[:=]\s?\S.{0,120}$/u, hits: ['name: foo', 'a=b'], misses: ['a long name: foo', ': a']},

  // Speech
  {name: 'dash-speech', is: 'speech', starts: '—―', test: /^[—―]\s?\p{L}/u, hits: ['— No, she said.', '―Non'], misses: ['a — b', '- no']},
  {name: 'quoted-speech', is: 'speech', starts: '"“„«»「『', test: /^["“„«»「『]\p{L}.{0,200}/u, hits: ['“No,” she said.', '„Nein“', '「いいえ」'], misses: ['He said “no”', '"']},
  {name: 'named-speech', is: 'speech', signs: ':：', test: /^(?:\p{Lu}[\p{L}.'’-]{0,24}(?:\s\p{Lu}[\p{L}.'’-]{0,24}){0,2}|[QA]|问|答)\s?[:：]\s?\S/u,
    hits: ['ANN: Where?', 'Dr. Smith: No.', 'Q: Why?'], misses: ['note: see below', 'Three things are true here: a', 'Time:']},
  {name: 'loading', is: 'status', test: /^(?:loading|please wait|wird geladen|lädt|bitte warten|chargement|veuillez patienter|cargando|caricamento|carregando|加载中|読み込み中)(?:[\s,.…!]{0,5}(?:please wait|bitte warten))?[\s.…!]{0,5}$/iu,
    hits: ['Loading...', 'Loading, please wait...', 'Wird geladen …', '加载中'], misses: ['Loading the truck', 'Please wait for me']},

  // Short lines without end mark that are no headings
  {name: 'label', is: 'notHeading', signs: ':：', test: /[:：]$/u, hits: ['Ingredients:', '作者：'], misses: ['Ingredients']},
  {name: 'comma-end', is: 'notHeading', signs: ',;，；、&+/|–—-', test: /[,;，；、&+/|–—-]$/u, hits: ['Dear Ann,', 'Tom &'], misses: ['Dear Ann']},
  {name: 'sentence-end', is: 'notHeading', signs: '.!。．！…।؟۔', test: /[.!。．！…।؟۔]["'”’»)\]]{0,2}$/u, hits: ['He left.', 'Loading...', '他走了。', '“Yes.”'], misses: ['He left', 'Why?', 'What is C++']},
  {name: 'credit', is: 'notHeading', test: /^(?:photo|image|picture|video|foto|bild|crédit|source|quelle|courtesy|illustration|screenshot|credit|graphic)s?(?:\s(?:credit|courtesy|by|from|via|von|of)\b|[:/©]|\scredits?:)/iu,
    hits: ['Photo by Ann', 'Photo Courtesy of Ann', 'Source: Ann', 'Image credit: Ann', 'Images courtesy Ann'], misses: ['Photography', 'Source code', 'Image gallery']},
  {name: 'agency', is: 'notHeading', test: /(?:Getty Images|Shutterstock|iStock|Unsplash|AP Photo|Reuters|AFP)\)?$|^\(?©|\(c\) \d{4}|\bcopyright\b/iu, hits: ['Ann/Getty Images', '© 2024 Ann', 'Ann via Unsplash'], misses: ['Getty images its rivals', 'Stock photos']},
  {name: 'byline', is: 'notHeading', test: /^(?:by|von|par|por|written by|posted by|published by|edited by|reviewed by|originally posted by|posted in|posted on|published|updated|last updated|translated by|view all posts by|about the author)\s\p{Lu}|^(?:posted|published|updated|joined|modified|reviewed|answered|asked|edited|created|last)\b.{0,60}\d/iu,
    hits: ['By Ann Smith', 'Published by Games', 'Updated May 5, 2024', 'View all posts by Ann', 'asked 3 days ago'], misses: ['Buy now', 'Bye', 'Publishing houses']},
  {name: 'date', is: 'notHeading', signs: '0123456789',
    test: new RegExp(`(?:^|\\s)(?:(?:${months})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:${months})\\.?,?(?:\\s(?:de\\s)?\\d{4}|$)|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})|^(?:${months})\\.?\\s\\d{1,4}$|\\d{4}年\\d{1,2}月`, 'iu'),
    hits: ['May 5, 2024', 'Feb 2024', '5 mai 2024', '29/11/2025 at 8:37 pm', '2024-05-05', 'Posted 3 March 2019', '2024年5月5日'], misses: ['May I', 'Marching in 2024', '1.2 Materials']},
  {name: 'ago', is: 'notHeading', test: /\b(?:\d{1,3}|an?|one) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)(?: \w{2,12})? ago\b|^vor \d|^il y a \d|^hace \d|^yesterday\b|^past \d/iu, hits: ['6 days ago', 'Ann · 2 hours ago', 'vor 3 Tagen', 'Past 6 months'], misses: ['Long ago', 'Seven days in May']},
  {name: 'clock', is: 'notHeading', signs: '0123456789', test: /\b\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b|uhr\b|$)|\b\d{1,3}\s?(?:min(?:ute)?s?\b[ -]?(?:read|lesezeit|de lecture)?|мин)$/iu, hits: ['8:37 pm', '4 min read', '12:30', '5 minutes'], misses: ['Minutes of the meeting', '10 minute dinners']},
  {name: 'price', is: 'notHeading', signs: '0123456789', test: /^(?:from |ab |was |now )?(?:US)?[$€£¥₹]\s?\d|\d\s?(?:€|£|¥|USD|EUR|zł|kr)$/iu, hits: ['$5.99', '79,00 €', 'From £5'], misses: ['5 euro trips', 'The price']},
  {name: 'number-only', is: 'notHeading', test: /^[\d\s.,:;/%#()+×x*=|–—-]{1,40}$/u, hits: ['12', '1,780', '3/5', '(12)'], misses: ['12 apes', 'a']},
  {name: 'count', is: 'notHeading', signs: '0123456789★☆⭐', test: /(?:\(\d{1,6}\)|^\d{1,3}(?:[,.]\d{3}){0,2}\+?\s(?:comments?|replies|answers?|views?|likes?|shares?|votes?|reviews?|ratings?|results?|items?|posts?|followers?|points?|stars?|products?))$|\bout of \d|^[★☆⭐]/iu, hits: ['Ann(183)', '12 comments', '(5 out of 5 rating)', '★★★'], misses: ['12 Answers from science', 'Comments']},
  {name: 'figure', is: 'notHeading', signs: '0123456789', test: /^(?:fig(?:ure|\.)?|listing|table|exhibit|abbildung|abb\.|tabelle|figura|tabla|图|圖|表)\s?\d/iu, hits: ['Figure 17. A', 'Listing 9-8: A', 'Table 2', '图1 海'], misses: ['Figures of speech', 'Table tennis', 'Listings']},
  {name: 'address', is: 'notHeading', signs: './', test: /(?:https?:\/\/|www\.)\S|\S@\S{1,60}\.\w{2,}|^\S{2,40}\.(?:com|org|net|io|de|fr|co\.uk)$/iu, hits: ['https://example.org', 'ann@example.org', 'example.com'], misses: ['At the world', 'Node.js']},
  {name: 'phone', is: 'notHeading', signs: '0123456789', test: /(?:\+?\d{1,3}[ .-])?\(?\d{3,4}\)?[ .-]\d{3}[ .-]?\d{3,4}/u, hits: ['Call 1-800-503-9624', '(415) 555-1234'], misses: ['2010-2020', 'Route 66']},
  {name: 'template', is: 'notHeading', test: /\{\{|\}\}|\{%|<%|\$\{|%s\b|\[\[|\bundefined\b|\bNaN\b/u, hits: ['{{ title }}', '{% if %}', 'undefined'], misses: ['{a}', '100%']},
  {name: 'bracketed', is: 'notHeading', starts: '[(（<', test: /^(?:\[[^\]]{0,100}\]|\([^)]{0,100}\)|（[^）]{0,100}）|<[^>]{0,100}>)$/u, hits: ['[edit]', '(applause)'], misses: ['[1] Smith', 'Milk (fresh)']},
  {name: 'columns', is: 'notHeading', test: /\t| \| .{0,60} \| |\s[•·]\s|\s\|\s/u, hits: ['Cookie\tDuration', 'Bib Gourmand | Nolita', 'Ann • 2024'], misses: ['Cookie duration']},
  {name: 'control', is: 'notHeading',
    test: /^(?:sign (?:up|in)|log ?(?:in|out)|subscribe|share(?: this)?|tweet|print|e-?mail|reply|report|follow(?: us)?|next|previous|prev|back|menu|search|close|open|more|read more|show more|see more|see all|view all|view more|load more|learn more|download|buy now|add to (?:cart|basket|wishlist)|submit|cancel|accept(?: all)?|ok|edit|save|copy|skip to (?:main )?content|advertisement|ad|play|pause|home|top|toggle caption|view image in fullscreen|enlarge this image|click here|get started|shop now|book now|contact us|like|quote|permalink|verified purchase|register|apply|apply now|website|details|anzeige|suche|mehr|weiter|zurück|mehr lesen|weiterlesen|voir plus|lire la suite|ver más)(?:\s.{0,3})?$/iu,
    hits: ['Sign up', 'Read more →', 'Reply', 'Advertisement', 'View image in fullscreen', 'Weiterlesen'], misses: ['Sign language', 'Next steps', 'Home cooking', 'Download options']},
  {name: 'start-of-control', is: 'notHeading', test: /^(?:view (?:all|more|image|full)|read (?:more|full|the full)|show (?:all|more|less)|see (?:all|more)|click |image \d|photo \d|slide \d|page \d|step \d of|tags?:|filed under|posted|skip to|jump to|share on|follow |sign up |subscribe to|sort by|filter by|reply to|quote from|report |save \d|add to )/iu,
    hits: ['View all recipes', 'Page 3', 'Share on Facebook', 'Slide 2 of 9'], misses: ['Viewing habits', 'Pages of history', 'Clicking away']},
  {name: 'lower-case-start', is: 'notHeading', test: /^\p{Ll}(?![\p{Lu}\d])/u, hits: ['and so it was', 'click'], misses: ['iPhone', 'And so', 'e4 is best']},
  {name: 'dangling-word', is: 'notHeading', test: /\s(?:a|an|the|of|and|or|by|from|der|die|das|und|oder|von|le|la|les|de|et|du|el|los|y)$/u, hits: ['Sold by', 'The end of the'], misses: ['What goes in', 'The end']},
  {name: 'person', is: 'notHeading', signs: ',', test: /,\s(?:M\.?D|Ph\.?D|RDN?|RN|MBA|MPH|MS|Esq|Jr|CPA|DO|DDS|CEO|CTO|CFO|founder|editor|author|director|president|professor|manager|writer|contributor)\b/iu, hits: ['Ann Smith, MD', 'Ann Smith, CEO of Milk'], misses: ['Doctors, Nurses']},
  {name: 'symbols', is: 'notHeading', test: /^[^\p{L}]{1,100}$/u, hits: ['→', '***', '12 / 3'], misses: ['a', '第']},
  {name: 'signature', is: 'notHeading', starts: '—–―-', test: /^[—–―-]\s?\S/u, hits: ['— Ann Smith', '-Ann'], misses: ['Ann — Bob']},
]

/** Notices that ask for JavaScript, cookies or another browser. Where they stand decides as well: see passes/debris.ts. */
import type {TestRow} from './row.ts'

export const scripting: readonly TestRow[] = [
  {
    name: 'enable-scripting', role: 'debris', hint: 'javascript',
    test: /^(?:(?:sorry|please|kindly|note|warning|attention)[,:!]? )?(?:please )?(?:you (?:need|have|must) (?:to )?)?(?:enable|turn on|activate|allow|switch on) (?:your )?(?:browser['’]s )?(?:cookies and )?java ?script\b/iu,
    drops: ['You need to enable JavaScript to run this app.', 'Please enable JavaScript to view the comments powered by Disqus.', 'Please turn on JavaScript in your browser.'],
    keeps: ['Enabling JavaScript in a browser is simple.', 'How to enable JavaScript in Chrome'],
  },
  {
    name: 'without-scripting', role: 'debris', hint: 'javascript',
    test: /^(?:(?:we['’]re|we are) sorry,? but .{1,60} (?:doesn['’]t|does not) work properly without javascript|(?:this|our|the|your) .{0,40}(?:requires?|needs|relies on|works best with) java ?script\b|java ?script (?:is|seems to be|appears to be|must be|needs to be) (?:currently )?(?:disabled|required|not (?:enabled|available|supported)|turned off|enabled)\b|it (?:looks like|seems|appears) (?:that )?(?:your (?:browser )?)?(?:has )?java ?script\b|your browser (?:does not|doesn['’]t|has no) .{0,40}java ?script\b)/iu,
    drops: [
      "We're sorry but shop doesn't work properly without JavaScript enabled. Please enable it to continue.", 'This site requires JavaScript.',
      'JavaScript is disabled in your browser.', 'JavaScript seems to be disabled in your browser.', 'Your browser does not support JavaScript!',
    ],
    keeps: ['JavaScript is a language that runs in every browser.', 'This chapter explains JavaScript closures.'],
  },
  {
    name: 'enable-scripting-other-languages', role: 'debris', hint: 'javascript',
    test: /^.{0,60}(?:(?:bitte )?aktivieren sie (?:bitte )?(?:ihr )?javascript|javascript (?:in ihrem browser )?(?:zu )?aktivier|javascript (?:ist|wurde) (?:in ihrem browser )?deaktiviert|(?:activer|activez|autoriser) (?:le )?javascript|(?:active|activa|habilite|habilita|habilitar|activar) (?:el |o )?javascript|ative o javascript|(?:abilita|abilitare|attiva|attivare) (?:il )?javascript|schakel (?:a\.u\.b\. )?javascript in|zet javascript aan|aktivera javascript|włącz (?:obsługę )?javascript|включите (?:поддержку )?javascript|(?:启用|开启|啟用|打开) ?javascript|javascript ?を有効)/iu,
    drops: [
      'Bitte aktivieren Sie JavaScript.', 'JavaScript ist in Ihrem Browser deaktiviert.', 'Veuillez activer JavaScript pour continuer.', 'Por favor, habilite JavaScript.',
      'Пожалуйста, включите JavaScript', '请启用JavaScript', 'JavaScriptを有効にしてください',
    ],
    keeps: ['JavaScript ist eine Sprache.', 'Mit JavaScript lassen sich Seiten beleben.'],
  },
  {
    name: 'browser-support', role: 'debris', hint: 'browser',
    test: /^(?:(?:sorry|unfortunately)[,!]? )?your browser (?:does not|doesn['’]t|cannot|can['’]t) (?:currently )?(?:support|play|display|recognize) (?:the |this |embedded |inline |any )?(?:html ?5|video|audio|i?frames?|canvas|svg|object|media|playback)/iu,
    drops: ['Your browser does not support the video tag.', "Your browser doesn't support HTML5 audio"],
    keeps: ['Your browser does not support you when you need it most.', 'Most browsers do not support this.'],
  },
  {
    name: 'old-browser', role: 'debris', hint: 'browser',
    test: /^(?:you are using an (?:outdated|unsupported|old) browser|your browser is (?:out of date|outdated|no longer supported|not supported)|please (?:upgrade|update) your browser)\b/iu,
    drops: ['You are using an outdated browser. Please upgrade your browser to improve your experience.', 'Your browser is out of date.'],
    keeps: ['An outdated browser is a risk for the whole office.', 'Your browser is watching.'],
  },
]

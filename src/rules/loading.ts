/** What a page says while it loads, or where it has nothing to show. Whole lines only: "loading" inside a text is mostly content. */
import {emptyStatePatterns, emptyStates} from './emptyStates.ts'
import type {LineRow, TestRow} from './row.ts'

export const loading: readonly LineRow[] = [
  {
    name: 'loading', role: 'debris',
    lines: [
      'loading please wait', 'please wait loading', 'loading content', 'loading more', 'loading comments', 'loading results', 'loading page',
      'loading data', 'loading video', 'loading player', 'please wait while the page loads', 'please wait while loading', 'content is loading',
      'wird geladen', 'wird geladen bitte warten', 'inhalt wird geladen', 'inhalte werden geladen', 'daten werden geladen', 'kommentare werden geladen',
      'seite wird geladen', 'laden bitte warten', 'chargement en cours', 'chargement veuillez patienter', 'chargement des commentaires', 'cargando por favor espere',
      'cargando comentarios', 'carregando aguarde', 'carregando por favor aguarde', 'caricamento in corso', 'caricamento in corso attendere prego',
      'bezig met laden', 'sidan laddas', 'trwa ładowanie', 'proszę czekać trwa ładowanie', 'идет загрузка', 'идёт загрузка', 'загрузка подождите',
      '加载中', '正在加载', '加载中请稍候', '正在加载请稍候', '载入中', '正在载入', '載入中', '讀取中', '読み込み中', '読み込み中です', '読み込んでいます', 'ロード中', '로딩 중', '로딩중',
      '불러오는 중', '로드 중', 'جار التحميل', 'جاري التحميل', 'در حال بارگذاری', 'लोड हो रहा है', 'กำลังโหลด', 'đang tải dữ liệu', 'sedang memuat', 'se încarcă',
    ],
    drops: ['Loading, please wait...', 'Wird geladen …', '正在加载…', 'Chargement en cours'],
    keeps: ['Loading dock, rear entrance', 'Loading please wait is what the screen said for an hour.', 'Загрузка вагонов'],
  },
  {
    name: 'loading-word', role: 'debris', dotted: true,
    lines: [
      'loading', 'please wait', 'just a moment', 'one moment please', 'laden', 'lädt', 'bitte warten', 'einen moment bitte', 'chargement', 'veuillez patienter',
      'cargando', 'espere por favor', 'por favor espere', 'carregando', 'a carregar', 'aguarde', 'caricamento', 'attendere', 'attendere prego', 'even geduld',
      'even geduld aub', 'laddar', 'läser in', 'indlæser', 'henter', 'vent venligst', 'laster', 'laster inn', 'vennligst vent', 'ladataan', 'odota', 'ładowanie',
      'wczytywanie', 'proszę czekać', 'načítání', 'načítám', 'nahrávám', 'prosím čekejte', 'загрузка', 'загружается', 'подождите', 'пожалуйста подождите', 'завантаження',
      'yükleniyor', 'lütfen bekleyin', '请稍候', '请稍等', 'しばらくお待ちください', 'טוען', 'memuat', 'tunggu sebentar', 'đang tải', 'betöltés', 'kérem várjon', 'φόρτωση',
    ],
    drops: ['Loading...', 'Laden…', 'Cargando...', 'Bitte warten ...', 'Please wait.. '],
    keeps: ['Loading', 'Laden', 'Caricamento', 'Loading? Unloading?'],
  },
  ...emptyStates,
]

export const loadingPatterns: readonly TestRow[] = [
  {
    name: 'loading-what', role: 'debris', hint: 'loading', starts: ['loading'], test: /^loading(?: [\p{L}'’]{1,20}){1,4} ?(?:\.{2,4}|…)$/iu,
    drops: ['Loading related articles...', 'Loading your cart…'],
    keeps: ['Loading recommendations for muscle strength', 'Loading a truck takes two hours or more, depending on the men you have...'],
  },
  {
    name: 'loading-twice', role: 'debris', hint: 'loading', starts: ['loading'], test: /^loading ?(?:\.{2,4}|…) ?(?:please wait|loading) ?(?:\.{1,4}|…)?$/iu,
    drops: ['Loading… Loading…', 'Loading ... loading ...'], keeps: ['Loading... Unloading...', 'Loading please'],
  },
  ...emptyStatePatterns,
]

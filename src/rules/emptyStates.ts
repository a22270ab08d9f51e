/**
 * What a page says where something is missing: widgets without data, server messages to the owner of the site, labels
 * whose value never came. Whole lines, as in labels.ts.
 */
import type {LineRow, TestRow} from './row.ts'

export const emptyStates: readonly LineRow[] = [
  {
    name: 'nothing-there', role: 'debris',
    lines: [
      'no data available in table', 'no matching records found', 'no posts to display', 'no feed items', 'no events to display', 'no upcoming events', 'there are no upcoming events', 'there are no upcoming events at this time',
      'there are currently no upcoming events', 'there are no events', 'no events found', 'no tweets found', 'no recent posts', 'no recent comments', 'no recent comments to show', 'no content available', 'no data available',
      'no data to display', 'no image available', 'image not available', 'image coming soon', 'no images found', 'no photo available', 'no photos found', 'there are no reviews yet', 'there are no comments yet', 'no related posts',
      'no related posts found', 'no related articles', 'no related articles found', 'no videos found', 'no files found', 'no articles found', 'no pages found', 'no categories found', 'no tags found', 'no jobs found', 'no entries found', 'no records found',
      'no listings found', 'no stories found', 'no news found', 'no matching results', 'no matching results found', 'no options found', 'no suggestions found', 'no search results', 'nothing to show', 'nothing to display', 'no more posts', 'no more posts to show', 'no more articles', 'no more results', 'no more items', 'no more items to load', 'no more pages to load',
      'no more comments', 'no notifications', 'no new notifications', 'you have no notifications', 'no products were found matching your selection', 'no products in your cart', 'your wishlist is empty', 'your wish list is empty', 'you have no items in your shopping cart',
      'you have no items to compare', 'no ratings yet', 'not yet rated', 'no votes yet', 'no votes so far be the first to rate this post', 'be the first to rate this post', 'no answers yet', 'no replies yet', 'no reactions yet', 'sorry no posts matched your criteria', 'sorry no results were found', 'sorry no results found',
      'sorry nothing matched your search', 'sorry but nothing matched your search terms', 'sorry we found no results', "we couldn't find any results", "we couldn't find any matches", 'your search did not match any documents', 'this video is unavailable', 'video unavailable', 'this video is not available', 'the media could not be loaded',
      'this content is not available in your region', 'this content is not available in your country', 'this content is currently unavailable', 'content unavailable', 'sorry this content is not available', 'keine kommentare vorhanden', 'keine kommentare', 'noch keine kommentare', 'noch keine bewertungen', 'keine bewertungen vorhanden', 'keine einträge vorhanden',
      'keine einträge gefunden', 'keine beiträge gefunden', 'keine produkte gefunden', 'keine artikel gefunden', 'keine treffer', 'keine treffer gefunden', 'keine ergebnisse', 'keine daten vorhanden', 'keine termine vorhanden', 'keine veranstaltungen gefunden', 'aktuell keine termine', 'kein bild vorhanden', 'der warenkorb ist leer', 'dein warenkorb ist leer',
      'es befinden sich keine produkte im warenkorb', 'sie haben keine artikel im warenkorb', 'aucun commentaire', 'aucun commentaire pour le moment', 'aucun article trouvé', 'aucun produit trouvé', 'aucun évènement à venir', 'aucun événement à venir', 'aucune donnée disponible', 'aucune image disponible', "aucun avis pour l'instant", 'pas encore de commentaires',
      'aucun élément trouvé', 'le panier est vide', 'sin comentarios', 'no hay comentarios', 'no hay comentarios todavía', 'no hay resultados', 'no hay productos en el carrito', 'no hay datos disponibles', 'no hay eventos próximos', 'no se han encontrado resultados', 'no se encontraron productos', 'su carrito está vacío', 'el carrito está vacío', 'imagen no disponible',
      'nenhum comentário', 'nenhum comentário ainda', 'nenhum resultado encontrado', 'nenhum produto encontrado', 'nenhum produto no carrinho', 'seu carrinho está vazio', 'o seu carrinho está vazio', 'imagem não disponível', 'nessun commento', 'ancora nessun commento', 'nessun risultato', 'nessun prodotto nel carrello', 'nessun evento in programma', 'il carrello è vuoto',
      'il tuo carrello è vuoto', 'immagine non disponibile', 'geen reacties', 'nog geen reacties', 'geen resultaten', 'geen producten in de winkelwagen', 'je winkelwagen is leer', 'uw winkelwagen is leeg', 'je winkelwagen is leeg', 'brak komentarzy', 'brak wyników', 'nie znaleziono wyników', 'brak produktów w koszyku', 'twój koszyk jest pusty', 'brak danych', 'brak zdjęcia',
      'нет комментариев', 'комментариев нет', 'комментариев пока нет', 'пока нет комментариев', 'нет данных', 'нет результатов', 'ничего не найдено', 'по вашему запросу ничего не найдено', 'корзина пуста', 'ваша корзина пуста', 'нет изображения', 'немає коментарів', 'коментарів немає', 'нічого не знайдено', 'кошик порожній', 'henüz yorum yapılmamış', 'sonuç bulunamadı', 'sepetiniz boş',
      'inga kommentarer', 'inga kommentarer ännu', 'inga resultat', 'inga resultat hittades', 'din varukorg är tom', 'varukorgen är tom', 'ingen kommentarer', 'ingen kommentarer ennå', 'ingen resultater', 'ingen resultater fundet', 'din kurv er tom', 'kurven er tom', 'handlekurven er tom', 'ei kommentteja', 'ei hakutuloksia', 'ei tuloksia', 'ostoskori on tyhjä', 'ostoskorisi on tyhjä',
      'žádné komentáře', 'žádné výsledky', 'nebyly nalezeny žádné výsledky', 'košík je prázdný', 'váš košík je prázdný', 'δεν βρέθηκαν αποτελέσματα', 'δεν υπάρχουν σχόλια', 'το καλάθι σας είναι άδειο', 'nincs találat', 'a kosár üres', 'nu există comentarii', 'niciun rezultat', 'coșul este gol', 'لا توجد تعليقات', 'لا توجد نتائج', 'لا توجد بيانات', 'سلة التسوق فارغة', 'אין תגובות', 'לא נמצאו תוצאות', 'העגלה ריקה',
      'कोई टिप्पणी नहीं', 'कोई परिणाम नहीं मिला', '暂无评论', '暂无数据', '暂无内容', '暂无相关内容', '暂无', '没有找到相关内容', '没有更多了', '没有更多内容了', '没有更多数据', '购物车是空的', '暫無評論', '尚無評論', '查無資料', 'コメントはありません', 'コメントはまだありません', '該当する記事はありません', 'カートは空です', 'データがありません', '検索結果はありません', '댓글이 없습니다', '등록된 댓글이 없습니다', '검색 결과가 없습니다', '데이터가 없습니다', '등록된 게시물이 없습니다',
      'chưa có bình luận', 'không có kết quả', 'không tìm thấy kết quả', 'giỏ hàng trống', 'belum ada komentar', 'tidak ada komentar', 'tidak ada hasil', 'keranjang kosong', 'keranjang anda kosong', 'tidak ada data', 'ไม่พบข้อมูล', 'ยังไม่มีความคิดเห็น', 'ไม่มีสินค้าในตะกร้า',
    ],
    drops: ['No data available in table', 'Noch keine Kommentare', 'Sorry, no posts matched your criteria.', '暂无评论', 'There are no upcoming events at this time.'],
    keeps: ['No data was available in 1931.', 'Nothing found', 'No comments were made by the mayor.', 'No matches, no wood, no coal'],
  },
  {
    name: 'widget-message', role: 'debris',
    lines: [
      'instagram did not return a 200', 'instagram has returned invalid data', 'instagram has returned empty data', 'instagram has returned empty data please authorize your instagram account in the plugin settings', 'something is wrong response takes too long or there is js error press ctrl+shift+j or cmd+shift+j on a mac',
      'connection for controlled account is not configured check settings', 'this message appears for admin users only', 'this message is only visible to admins', 'this message is only visible to site admins', 'this error message is only visible to wordpress admins', 'this error message is only visible to admins', 'no feed found',
      'please go to the instagram feed settings page to create a feed', 'please go to the instagram feed settings page to connect an account', 'twitter feed is not available at the moment', 'could not authenticate you', 'the feed is currently unavailable', 'unable to load tweets', 'could not load feed', 'unable to display facebook posts', 'problem displaying facebook posts',
      'there is no connected account for the user', 'please add a widget here', 'add widgets here', 'add some widgets here', 'this is a widget area', 'add widgets to this area', 'widget area', 'please add some widgets here', 'this widget could not be displayed', 'this module is undefined', 'weather data unavailable', 'error establishing a database connection',
      'this is an example widget', 'this is an example of a widget area', 'please assign a menu', 'please select a menu', 'primary menu not set', 'this map is currently unavailable', "this page can't load google maps correctly", 'for development purposes only', "oops! something went wrong this page didn't load google maps correctly see the javascript console for technical details",
      'failed to load comments', 'comments could not be loaded', 'unable to load comments', 'comments failed to load', 'failed to load content', 'oops something went wrong', 'failed to load data', 'content failed to load', 'error loading data', 'error loading content', 'error loading comments', 'the requested content cannot be loaded', 'the requested content cannot be loaded please try again later',
    ],
    drops: ['Instagram did not return a 200.', 'This message is only visible to admins.', 'Please add a widget here.', 'Error establishing a database connection'],
    keeps: ['Something is wrong in the state of Denmark.', 'Failed to load the cart, the farmer said.', 'Menus of 1931'],
  },
]

export const emptyStatePatterns: readonly TestRow[] = [
  {
    name: 'no-results-for', role: 'debris', hint: '', starts: ['showing', '0 ', 'items', 'page', 'results', 'search', 'anzeige', 'affichage', 'mostrando', 'zeige'],
    test: /^(?:showing|zeige|affichage|mostrando)(?: (?:results?|products?|items))?(?: ?(?:0? ?[-–—] ?0?|0 to 0|1 to 0))?(?: ?(?:of|von|de|sur) ?0?){1,2}(?: ?(?:results?|entries|products?|items|articles|ergebnisse|einträge))?\.?$|^items? to of(?: total)?$|^page of$|^(?:0 )?(?:search )?results for:? ?(?:"\s?"|“\s?”|''|‘\s?’)$/iu,
    drops: ['Showing 0 to 0 of 0 entries', 'Showing - of results', 'Showing of', 'Items to of total', 'Page of', 'Search results for ""', '0 results for ""'],
    keeps: ['Showing off', 'Page of honour', 'Results for 1931', 'Showing 1 to 10 of 40 entries'],
  },
  {
    name: 'label-without-value', role: 'debris', hint: '', starts: ['by', 'posted', 'published', 'written', 'submitted', 'updated', 'filed', 'added', 'created', 'von', 'veröffentlicht', 'geschrieben', 'publié', 'publicado', 'par', 'por', 'pubblicato', 'scritto', 'door', 'geplaatst'],
    test: /^(?:by on|by in|by on in|von am|am von|par le|por el|door op|(?:posted|published|written|submitted|updated|filed|added|created)(?: by| on| in| at| under){2,4}|posted by[,|•·-]{1,2} ?on|(?:veröffentlicht|geschrieben)(?: von| am| in| um){2,3}|publié(?: par| le| dans| à){2,3}|publicado(?: por| el| en| em){2,3}|pubblicato(?: da| il| in){2,3}|geplaatst(?: door| op| in){2,3})\.?$/iu,
    drops: ['by on', 'Posted by on', 'Posted on by in', 'Veröffentlicht am von', 'Publié le par'], keeps: ['By and by', 'Posted by', 'Posted on Monday by Ann', 'By on-line means'],
  },
  {
    name: 'count-without-number', role: 'debris', hint: '', starts: ['rating', 'rated', 'score', 'comments', 'comment', 'reviews', 'price', 'total', 'subtotal', 'views', 'likes', 'shares', 'tags', 'replies', 'posts', 'answers', 'kommentare', 'commentaires', 'comentarios', 'preis', 'prix', 'precio', 'average'],
    test: /^(?:(?:(?:average )?rating|rated|score)[: ]{0,3}(?:\/ ?(?:5|10|100)|out of (?:5|10))(?: stars?)?|(?:comments?|reviews|views|likes|shares|tags|replies|posts|answers|kommentare|commentaires|comentarios) ?\(\s?\)|(?:price|total|subtotal|preis|prix|precio) ?: ?[$€£¥])$/iu,
    drops: ['Rating: /5', 'Rated out of 5', 'Comments ()', 'Price: $', 'Tags ( )'], keeps: ['Rating: 4/5', 'Price: $5', 'Comments', 'Total: 12'],
  },
  {
    name: 'date-of-nothing', role: 'debris', hint: '0', starts: ['', 'posted', 'published', 'updated', 'date', 'last', 'created', 'january', 'november', 'nov', 'december', 'thursday', 'wednesday'],
    test: /^(?:(?:posted|published|updated|last updated|date|created)(?: on| at)?[: ]{1,3})?(?:(?:january|jan\.?) 0?1, 0001|0?1[./]0?1[./]0001(?: (?:0?0|12):00(?::00)?(?: ?am)?)?|0001-01-01(?:t00:00:00z?)?|0000-00-00(?: 00:00:00)?|00[./]00[./]0000|(?:30 nov(?:ember)?|nov(?:ember)? 30),? -0001|(?:(?:thursday, )?january 0?1, 1970|1970-01-01) ?,? (?:at )?(?:0?0|12):00(?::00)?(?: ?am)?)$/iu,
    drops: ['0000-00-00 00:00:00', 'Posted on January 1, 0001', '1/1/0001 12:00:00 AM', 'November 30, -0001', 'Published: 1970-01-01 00:00'], keeps: ['January 1, 1970', '1970-01-01', '0000', 'Posted on 01.01.2001'],
  },
  {
    name: 'plugin-message', role: 'debris', hint: '', starts: ['slider', 'revolution', 'rss', 'error validating', 'error:', 'please go', 'could', 'feed', 'lightbox', 'gallery', 'map'],
    test: /^(?:(?:revolution slider error: )?slider with alias .{1,60} not found\.?(?: .{0,60})?|revolution slider error: .{1,120}|rss error: .{1,160}|error validating access token: .{1,140}|error: (?:no (?:feed|posts|users?|account|videos?) (?:with the id .{1,20} )?found|the (?:user|account|hashtag|api|request) .{1,100}|access token .{1,100})\.?.{0,60}|could not (?:load|find|open) (?:the )?(?:map|feed|widget|plugin|module|template)\b.{0,60})$/iu,
    drops: ['Slider with alias home not found.', 'RSS Error: A feed could not be found at this address', 'Error validating access token: Session has expired', 'Error: No posts found.'],
    keeps: ['Slider with fries', 'RSS errors are rare.', 'Could not load the cart'],
  },
  {
    name: 'icon-class', role: 'debris', hint: '-', starts: ['fa', 'fas', 'far', 'fab', 'mdi', 'glyphicon', 'icon', 'dashicons', 'bi'],
    test: /^(?!fa-la-)(?:(?:fa[srlbd]?|mdi|glyphicon|icon|dashicons|bi) )?(?:fa|mdi|glyphicon|icon|dashicons|bi)-[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,4}$/u,
    drops: ['fas fa-envelope', 'mdi-close', 'icon-arrow-right', 'glyphicon glyphicon-search'], keeps: ['Fa-fa-fa', 'fa-la-la-la', 'icon - the image', 'fa'],
  },
]

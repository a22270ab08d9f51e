/** News and picture agencies as captions credit them. Longer names first: the first that fits is taken. */
export const agencies: readonly string[] = [
  'Agence France-Presse', 'Associated Press', 'The Associated Press', 'Anadolu Agency', 'Agencia EFE', 'AFP/Getty Images', 'AFP via Getty Images', 'Getty Images', 'Getty',
  'AP Photo', 'AP Images', 'AP', 'AFP Photo', 'AFP', 'Reuters', 'REUTERS', 'Thomson Reuters', 'dpa', 'DPA', 'picture alliance', 'Picture Alliance', 'EPA-EFE', 'EPA', 'EFE',
  'ANSA', 'ANP', 'APA', 'Keystone', 'Belga', 'TASS', 'RIA Novosti', 'Sputnik', 'Xinhua', 'Kyodo News', 'Kyodo', 'Yonhap', 'PTI', 'Magnum Photos', 'Alamy', 'Shutterstock',
  'iStock', 'Bloomberg News', 'Zuma Press', 'Corbis', 'Bettmann', 'imago images', 'IMAGO', 'Ritzau Scanpix', 'Scanpix', 'Lehtikuva', 'NTB', 'TT', 'Canadian Press', 'The Canadian Press',
]

/**
 * First words of a caption's own sentence. An agency and then one of these is a credit glued to the front:
 * no sentence goes "Reuters The …".
 */
export const openings: ReadonlySet<string> = new Set((
  'A An The This These Those In At On Two Three Four Five Six Seven Eight Nine Ten Several Some Many People Men Women Children Workers Soldiers Police Protesters Members '
  + 'Residents Supporters Demonstrators Students Firefighters Ein Eine Der Die Das Zwei Drei Un Une Le La Les Des Deux Trois El Los Las Una Dos Tres Il Lo Gli'
).split(' '))

/** Words that make an agency's name the start of a longer name or of its staff: no credit. */
export const followers: ReadonlySet<string> = new Set((
  'Institute Photo Photos Pictures Images News TV Television Radio Agency Chief Editor Correspondent Reporter Photographer Journalist Journalists Bureau President Director '
  + 'Foundation Group Ltd Inc Corp Company Building Television Plus Top Poll Ipsos Connect Breakingviews Staff Archive Archives Music Museum Center Centre Villa Museum Stylebook'
).split(' '))

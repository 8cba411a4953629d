// Invented pages in the layouts a newsroom meets. Each is a list of blocks, so that a test can print it in several
// ways and ask for the same blocks back.
import type { BlockKind } from '../../../src/core/article.js';

export type Part = readonly [BlockKind, string];
export interface Page {
  readonly name: string;
  readonly parts: readonly Part[];
}

export const PAGES: readonly Page[] = [
  {
    name: 'a scraped page with menus, a newsletter box and related links',
    parts: [
      ['furniture', 'Skip to content'],
      ['furniture', 'Menu'],
      ['furniture', 'News'],
      ['furniture', 'Sport'],
      ['furniture', 'Weather'],
      ['headline', 'Ferry to Skarholm cancelled for third day as ice closes channel'],
      ['byline', 'By Runa Vestad and Paul Oddny'],
      ['dateline', '14 February 2024, 08:30'],
      ['furniture', 'Share this article'],
      ['caption', 'Photo: The ferry Gudrun in harbour on Tuesday. (Anders Lie/Kystbladet)'],
      [
        'paragraph',
        'The ferry to Skarholm stayed in harbour on Wednesday for a third day, the operator said.',
      ],
      ['furniture', 'Sign up for our morning newsletter'],
      [
        'paragraph',
        'About 900 islanders depend on the crossing. “We have bread until Friday,” said Tora Lund, who runs the shop.',
      ],
      ['furniture', 'Read more: How the ice came back'],
      ['paragraph', 'The channel last froze in 1996.'],
      ['furniture', 'Related articles'],
      ['furniture', 'Ten things to do on a frozen island'],
      ['furniture', 'Ferry captain wins medal'],
      ['furniture', 'Follow us on Facebook'],
      ['furniture', '© 2024 Kystbladet. All rights reserved.'],
    ],
  },
  {
    name: 'a wire story with a dateline and a sign-off',
    parts: [
      ['headline', 'UPDATE 2-Varna mill fire kills four, cause unknown'],
      [
        'paragraph',
        'VARNA, March 3 (Corvo News) - Four workers died in a fire at a flour mill on Sunday, the fire chief said.',
      ],
      [
        'paragraph',
        'The blaze began shortly after midnight and was put out by dawn, Chief Ilko Marin told reporters.',
      ],
      ['paragraph', 'The mill employs 120 people.'],
      ['byline', '(Reporting by Anna Dost; Editing by Karl Finn)'],
    ],
  },
  {
    name: 'a press release',
    parts: [
      ['furniture', 'FOR IMMEDIATE RELEASE'],
      ['dateline', 'Port Amber, 9 May 2025'],
      ['headline', 'Harbour Trust opens second quay to visitors'],
      [
        'paragraph',
        'The Harbour Trust today opened the second quay of Port Amber to the public after two years of repairs.',
      ],
      ['block_quote', '“This quay belongs to the town again” – Hilda Crane, chair of the Trust'],
      ['subheading', 'Notes to editors'],
      ['list_item', '1. The quay was built in 1911.'],
      ['list_item', '2. Entrance is free of charge on Sundays.'],
      ['furniture', 'ENDS'],
      ['furniture', 'Media contact: press office, Harbour Trust'],
    ],
  },
  {
    name: 'a live blog',
    parts: [
      ['headline', 'LIVE: Dam at Oster holds after night of rain'],
      ['dateline', 'Friday 3 October 2025'],
      ['furniture', 'Updated 10:15'],
      ['paragraph', '10:15 The water has fallen by 12 centimetres since dawn, the dam authority says.'],
      ['paragraph', '09:40 “Nobody is going home yet,” Mayor Pia Holt tells us by phone.'],
      ['paragraph', '09:02 Schools in the valley are closed today.'],
      ['paragraph', '08:30 Good morning and welcome to our live coverage of the flood.'],
      ['furniture', 'Load more'],
    ],
  },
  {
    name: 'an interview printed as questions and answers',
    parts: [
      ['headline', 'The bell founder who stopped counting'],
      ['paragraph', 'Marta Quill has cast bells for forty years in a shed outside Lenno.'],
      ['paragraph', 'Q: How many bells have you cast?'],
      ['paragraph', 'A: I stopped counting at nine hundred. The furnace kept its own tally.'],
      ['paragraph', 'Q: And your first one?'],
      ['paragraph', 'A: It cracked. My father hung it in the kitchen so that I would hear it every morning.'],
    ],
  },
  {
    name: 'a republished story with a credit line and a footer menu',
    parts: [
      ['headline', 'Rebels say they hold the pass at Tolm'],
      [
        'paragraph',
        'Fighters of the Hill Front took the pass at Tolm on Monday, the group said on its Telegram channel.',
      ],
      [
        'paragraph',
        'The army denied it. “The pass is open and it is ours,” said Col. Adan Reyo, a spokesman.',
      ],
      ['credit', 'Source: Meridian Press'],
      ['furniture', 'Home'],
      ['furniture', 'About us'],
      ['furniture', 'Privacy Policy'],
    ],
  },
  {
    name: 'a magazine piece with crossheads and an ornament',
    parts: [
      ['headline', 'The last lamplighter of Gant Street'],
      ['subheading', 'He has kept forty lamps alive, and one grudge'],
      [
        'paragraph',
        'On winter evenings Joss Amery walks the length of Gant Street with a ladder that is older than he is.',
      ],
      ['subheading', 'A ladder and a grudge'],
      ['paragraph', 'The city wanted to replace the lamps in 2009. Amery wrote to every councillor by hand.'],
      ['furniture', '* * *'],
      ['paragraph', 'He says he would do it again tomorrow.'],
      ['subheading', 'What happens now?'],
      ['paragraph', 'The council will vote on the lamps in June.'],
    ],
  },
  {
    name: 'a page with a cookie line, share bar, advertisement and reader comments',
    parts: [
      ['furniture', 'We use cookies to improve your experience. Accept all | Manage choices'],
      ['furniture', 'Home > Business > Fisheries'],
      ['headline', 'Herring quota cut by a third, ministry confirms'],
      ['furniture', 'Facebook Twitter WhatsApp Email'],
      [
        'paragraph',
        'The fisheries ministry confirmed on Thursday that the herring quota would be cut by a third next season.',
      ],
      ['furniture', 'Advertisement'],
      [
        'paragraph',
        'Boat owners have called the decision premature. “Count the fish first,” their association wrote.',
      ],
      ['furniture', '2 COMMENTS'],
      ['comment', 'skipper_olaf: they never counted anything'],
      ['comment', 'Nan B: my brother sold his boat last week.'],
      ['furniture', 'Leave a comment'],
    ],
  },
  {
    name: 'a story with bullet points on top and a table',
    parts: [
      ['headline', 'Turnout in Ashby County at its lowest since 1988'],
      ['list_item', '• Fewer than four in ten registered voters took part'],
      ['list_item', '• Clerk blames the weather, challenger blames the clerk'],
      [
        'paragraph',
        'Fewer than four in ten registered voters in Ashby County cast a ballot on Tuesday, the county clerk said.',
      ],
      ['table', 'Precinct | Registered | Voted'],
      ['table', 'North | 2,110 | 840'],
      ['table', 'South | 1,905 | 655'],
      ['paragraph', 'The clerk, Dolly Rask, blamed “sleet and nothing else”.'],
    ],
  },
  {
    name: 'an agency note with the correspondent and the place above the text',
    parts: [
      ['headline', 'Teachers’ strike in Belmarsh enters second week'],
      ['byline', 'Our Correspondent'],
      ['dateline', 'BELMARSH, Nov. 11'],
      ['paragraph', 'Teachers at 40 schools in Belmarsh stayed away from work for a sixth day on Monday.'],
      ['paragraph', 'The union’s secretary, Tom Ferrant, said talks would resume on Wednesday.'],
      ['byline', 'Additional reporting by Lise Moor'],
    ],
  },
  {
    name: 'a column of short answers without a headline',
    parts: [
      ['paragraph', 'The council met on Tuesday and adjourned without a vote on the new bridge.'],
      ['paragraph', 'Its next session is on 4 March, the clerk said.'],
    ],
  },
  {
    name: 'a photo essay with captions between the paragraphs',
    parts: [
      ['headline', 'Salt and wind: a week on the Perran flats'],
      ['paragraph', 'The flats are white for as far as one can see, and the wind never stops.'],
      ['caption', 'Image: Workers rake salt before sunrise. Credit: Noor Haddan/Delta'],
      ['paragraph', 'Workers are paid by the sack. A sack weighs 50 kilograms.'],
      ['caption', 'A rake left in the brine overnight. (Photo by Noor Haddan)'],
      ['paragraph', '“You stop tasting it after a year,” says Iban, who has raked for nine.'],
      ['caption', 'The gate of the works at dusk. Photo by Noor Haddan'],
      ['paragraph', '“We lived on air,” says Aissata, who sells phone credit by the palace wall.'],
      ['paragraph', 'Above the counter hangs a picture by a cousin.'],
    ],
  },
  {
    name: 'a headline that asks a question',
    parts: [
      ['headline', 'Who owns the water under Tull Moor?'],
      ['byline', 'By Hester Vane'],
      [
        'paragraph',
        'Three companies say they do. The parish council says nobody does, and it has a map from 1741.',
      ],
      ['paragraph', 'A hearing is set for next Thursday in the county town.'],
    ],
  },
  {
    name: 'a mail with a quoted passage',
    parts: [
      ['headline', 'Observatory answers critics of the new dome'],
      [
        'paragraph',
        'The observatory answered its critics in a letter to the town council, which was read out on Monday:',
      ],
      ['block_quote', '> The dome will be no higher than the old one, and it will be quieter.'],
      ['paragraph', 'The council will discuss the letter next week.'],
    ],
  },
  {
    name: 'a page whose footer names the rights and the networks',
    parts: [
      ['headline', 'Second blast at Corrin quarry injures two'],
      [
        'paragraph',
        'Two men were hurt in a second explosion at the Corrin quarry on Sunday, rescue workers said.',
      ],
      ['paragraph', 'Police have closed the road. Nobody has been arrested.'],
      ['furniture', 'Tags: Corrin, quarry, explosion'],
      ['furniture', 'Share: Facebook X Telegram'],
      ['furniture', 'Most read'],
      ['furniture', 'Quarry owner fined in 2019'],
      ['furniture', 'Terms of Use'],
    ],
  },
];

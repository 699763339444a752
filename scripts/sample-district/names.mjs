// Invented people: common given and family names of many places, drawn independently of each other.

const givenNames = words(`
  Aaliyah Abena Adrián Aiko Alejandra Amara Amir Anaïs Anders Anika Asher Aurelia Beatriz Benicio Björn Brielle Caleb Camila
  Chloé Dalia Darius Delia Dmitri Eamon Ebony Elif Elena Emeka Esperanza Ezra Farah Fatima Felix Fionnuala Gideon Gloria
  Hadley Hana Hiroshi Imani Inés Ingrid Isaac Jamal Jasmine Joaquín José Josephine Kai Kamala Keziah Kofi Lakshmi Leilani
  Linnea Łucja Luca Mae Malik Marisol Mateo Maya Mei Mikołaj Mirela Nadia Nasrin Nia Noor Odette Omar Oskar Paloma Phoebe
  Quentin Quynh Rafael Ravi René Rosalind Rowan Sadie Samira Santiago Selam Simone Sofía Søren Tadeo Tamika Tariq Thandiwe
  Thiago Tobias Uma Valentina Viola Walker Wren Xiomara Yara Yusuf Zainab Zofia Zoë
`);

const familyNames = words(`
  Abara Achterberg Adeyemi Aguilar Alvarado Amundsen Anand Arceneaux Baptiste Barlow Benítez Bergström Bhatt Blackwood Boateng
  Brooks Calloway Castañeda Cervantes Chandra Cho Clearwater Colón Cusack Đặng Delacroix Demir Dubois Eastman Echeverría
  Eklund Endo Espinoza Fairbanks Falk Farouk Ferreira Fitzgerald Fontaine Fuentes Gallagher García Gebre Goldfarb Greene
  Gutiérrez Haddad Halvorsen Hargrove Hashimoto Herrera Holloway Huang Ibáñez Ivanova Jankowski Jefferson Kapoor Kaya Khoury
  Kowalczyk Lachance Lindqvist Locklear López Mahmoud Marchetti Mbeki McAllister Mensah Müller Murakami Nakai Navarro Ndiaye
  Nguyễn Novák Núñez O'Connell O'Rourke Okafor Olson Ortega Osei Park Peña Petrov Pruitt Quiñones Rahman Ramírez Redfeather
  Rosenthal Saavedra Saito Schäfer Sepúlveda Shirazi Singh Sørensen Stefansson Tanaka Thibodeaux Torres Tran Tremblay Vang
  Vasquez Villanueva Wallace Washburn Weiß Whitehorse Xiong Yamada Yang Yılmaz Zamora Zielińska
`);

/** @typedef {{ givenName: string, familyName: string, middleName: string }} Name */

/**
 * Draws names, no two of them with the same given and family name while there are enough of them.
 * @param {import('./random.mjs').Random} random
 */
export function createNames(random) {
  const used = new Set();
  return {
    /** @returns {string} */
    familyName: () => random.pick(familyNames),
    /**
     * @param {string} ofFamily the family's name; where all given names go with it already, the person has a double one
     * @returns {Name}
     */
    person(ofFamily) {
      let familyName = ofFamily;
      let givenName = random.pick(givenNames);
      for (let attempt = 0; used.has(`${givenName} ${familyName}`) && attempt < 200; attempt++) {
        if (attempt >= 50) familyName = `${ofFamily}-${random.pick(familyNames)}`;
        givenName = random.pick(givenNames);
      }
      used.add(`${givenName} ${familyName}`);
      const middleName = random.happens(0.3) ? random.pick(givenNames) : '';
      return { givenName, familyName, middleName: middleName === givenName ? '' : middleName };
    },
  };
}

/** Hands out usernames, each once: `given.family` in plain letters, with a number where it is taken. */
export function createUsernames() {
  /** @type {Map<string, number>} */
  const taken = new Map();
  /** @param {Name} name */
  return ({ givenName, familyName }) => {
    const plain = `${plainLetters(givenName)}.${plainLetters(familyName)}`;
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    return count === 1 ? plain : `${plain}${String(count)}`;
  };
}

/** @type {Readonly<Record<string, string>>} */
const lettersWithoutParts = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i', æ: 'ae' };

/** @param {string} text */
function plainLetters(text) {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[łøđßıæ]/g, (letter) => lettersWithoutParts[letter] ?? '')
    .replace(/[^a-z]/g, '');
}

/** @param {string} text */
function words(text) {
  return text.normalize('NFC').trim().split(/\s+/);
}

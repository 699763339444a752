// Names and subjects that the invented people and courses of a district are made of.

export const givenNames = words(`
  Ada Agnes Ahmed Alba Amina Anton Ariel Astrid Aysha Ben Bianca Bruno Carmen Cedric Clara Cyrus Dana Daniel Deniz Diego
  Edith Elias Elsa Emil Enzo Esther Fabian Farida Finn Flora Frida Gabriel Greta Hamza Hanna Hector Helena Hugo Ida Igor
  Irene Ismail Ivo Jana Jasper Joan Jonas Judith Julian Karim Kira Laila Laszlo Lea Leo Lina Luis Magda Malek Marta
  Milan Mina Mona Nils Nora Olga Olivia Otto Paul Petra Pia Rania Remy Rita Robin Rosa Ruben Sami Sara Selma Silas Sina
  Tara Tessa Theo Tina Vera Victor Wanda Yael Yasin Zara
`);

export const familyNames = words(`
  Abbott Acosta Albrecht Almeida Andersen Aoki Archer Aziz Bailey Banerjee Barros Becker Bell Benali Berg Bianchi Blanc
  Bosch Brandt Bruun Byrne Cabral Carter Castillo Chavez Chen Cohen Conti Costa Cruz Dahl Darwish Davis Dias Doyle Duarte
  Ellis Esposito Evans Farah Fischer Flores Fonseca Foster Fraser Frost Garcia Gibson Gomez Grant Gray Gupta Haas Hall
  Hansen Harris Hassan Hayes Hoang Horvat Hughes Hunt Iyer Jansen Jensen Jimenez Jones Kaminski Kang Keller Khan Kim King
  Klein Koch Kovac Kumar Lang Larsen Lee Lehmann Lima Lopez Lund Maier Marino Martin Mendez Meyer Mills Mohamed Moore
  Morales Moreno Mori Murphy Nash Nguyen Nielsen Noor Novak Nunez Oliveira Omar Ortiz Owens Palmer Patel Pavlov Perez Pham
  Pinto Popov Price Quinn Ramos Reid Reyes Ricci Rivera Rossi Roy Ruiz Russo Ryan Salazar Santos Sato Schmidt Shah Silva
  Soto Stein Stone Suzuki Takeda Tan Torres Turner Ueda Valdez Varga Vega Wagner Walsh Wang Weber West Wolf Wong Yilmaz
  Young Zhang Zimmer
`);

export const places = words(`
  Alder Aspen Birch Cedar Clover Creekside Eagle Elm Fairview Foothill Granite Harbor Hawthorn Heron Hilltop Juniper
  Lakeside Laurel Linden Maple Meadow Mesa Millbrook Oak Orchard Pine Prairie Ridge River Sequoia Spring Summit Sunset
  Sycamore Valley Walnut Willow Windmill
`);

/**
 * What is taught, in the order of the day's periods. A mixed subject takes students of all grades of a school together.
 * @typedef {{ title: string, code: string, subjectCode: string, mixed: boolean }} Subject
 * @type {readonly Subject[]}
 */
export const subjects = [
  { title: 'English Language Arts', code: 'ELA', subjectCode: '51039', mixed: false },
  { title: 'Mathematics', code: 'MAT', subjectCode: '52039', mixed: false },
  { title: 'Science', code: 'SCI', subjectCode: '53239', mixed: false },
  { title: 'Social Studies', code: 'SOC', subjectCode: '54439', mixed: false },
  { title: 'World Languages, Spanish', code: 'SPA', subjectCode: '56039', mixed: false },
  { title: 'Physical Education', code: 'PHY', subjectCode: '58039', mixed: false },
  { title: 'Visual Arts', code: 'ART', subjectCode: '55154', mixed: true },
  { title: 'Band and "Show" Choir', code: 'BND', subjectCode: '55101', mixed: true },
];

/** @param {string} text */
function words(text) {
  return text.trim().split(/\s+/);
}

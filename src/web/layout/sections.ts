/** The main sections of the program, in the order of its navigation. */
export const SECTIONS = [
  { id: 'record', label: 'Record', href: '/' },
  { id: 'measures', label: 'Measures', href: '/measures' },
  { id: 'areas', label: 'Areas', href: '/areas' },
  { id: 'powers', label: 'Powers', href: '/powers' },
  { id: 'data', label: 'Data', href: '/data' },
  { id: 'methods', label: 'Methods', href: '/methods' },
  { id: 'about', label: 'About', href: '/about' },
] as const;

export type Section = (typeof SECTIONS)[number]['id'];

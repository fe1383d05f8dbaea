/** The statement files of the demonstration, as the bank of the main cooperative would give them. */
export const demoFileNames = ['releve-oliviers.ofx', 'releve-oliviers.cfonb120.txt'] as const;

export declare const whenStarterIsGone: (act: () => void) => () => void

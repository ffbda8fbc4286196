export declare const takeLock: (
  path: string,
) => { release: () => void; holder?: never } | { holder: number; release?: never }
export declare const holderOf: (path: string) => number | undefined
export declare const bornAt: (pid: number) => string | undefined

// Written by `npm run clients` from the service's OpenAPI document; a test compares them.
export interface paths {
    "/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators did, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acts: components["schemas"]["ActDone"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Have dead letters handled again, the story of a dossier told or a message sent again; dry, says of how many it would be */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one order, however often it is sent */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        act: {
                            /** @enum {string} */
                            group: "casework" | "intake" | "postal" | "notifications";
                            key: string;
                            /** @enum {string} */
                            what: "redrive";
                        } | {
                            /** Format: uuid */
                            dossier: string;
                            /** @enum {string} */
                            what: "rebuild";
                        } | {
                            /** @enum {string} */
                            channel: "email" | "sms" | "zalo" | "in-app";
                            /** Format: uuid */
                            message: string;
                            /** @enum {string} */
                            what: "resend";
                        };
                        dry: boolean;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            found: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest audits, newest first */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: components["schemas"]["AuditRun"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Audit now; what was found is kept, and answered where that takes less than ten seconds */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one order, however often it is sent */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default any-time
                         * @enum {string}
                         */
                        form?: "any-time" | "quiescent";
                    };
                };
            };
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            report: components["schemas"]["AuditReport"];
                            run: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            runs: "any-time" | "quiescent";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one audit found */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditReport"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was fine and is not, or is again, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            drifts: components["schemas"]["Drift"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invariants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invariants by name, with what each means */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invariants: components["schemas"]["Invariant"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, lags or fails at this moment; what could not be asked is null */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Pulse"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days with a balance sheet, newest first */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sheets: {
                                /** Format: date */
                                day: string;
                                digest: string;
                                key: string;
                                unbalanced: string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sheets/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed balance sheet of a day */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    day: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceSheet"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sheets/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key (PEM, Ed25519) that verifies the sheets: of the canonical JSON of `before`, `body` and `day` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A problem (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            publicKey: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActDone: {
            /** Format: date-time */
            at: string;
            dry: boolean;
            found: number;
            id: string;
            reason: string;
            target: {
                [key: string]: string;
            };
            what: string;
            who: string;
        };
        AuditFinding: {
            broken: number;
            examined: number;
            ms: number;
            name: string;
            offenders: {
                id: string;
                why: string;
            }[];
        };
        AuditReport: {
            /** Format: date-time */
            at: string;
            dossiers: number;
            findings: components["schemas"]["AuditFinding"][];
            /** @enum {string} */
            form: "any-time" | "quiescent";
            isOneMoment: boolean;
            lines: number;
            ms: number;
        };
        AuditRun: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            form: "any-time" | "quiescent";
            holds: boolean;
            /** Format: date-time */
            ranAt: string;
            run: string;
        };
        BalanceSheet: {
            before: string | null;
            body: {
                compensations: {
                    closing: number;
                    in: number;
                    opening: number;
                    out: number;
                };
                dossiers: {
                    closing: number;
                    in: number;
                    opening: number;
                    out: number;
                };
                messages: {
                    closing: number;
                    in: number;
                    opening: number;
                    out: number;
                };
                obligations: {
                    closing: number;
                    in: number;
                    opening: number;
                    out: number;
                };
                papers: {
                    closing: number;
                    in: number;
                    opening: number;
                    out: number;
                };
                records: {
                    [key: string]: {
                        digest: string;
                        lines: number;
                    };
                };
                unbalanced: string[];
            };
            /** Format: date */
            day: string;
            digest: string;
            key: string;
            signature: string;
        };
        DeadLetter: {
            /** Format: date-time */
            at: string;
            behind: number;
            group: string;
            key: string;
            reason: string;
            topic: string;
            trace: string | null;
        };
        Drift: {
            /** Format: date-time */
            at: string;
            broken: number;
            holds: boolean;
            name: string;
            run: string;
        };
        FieldError: {
            code: string;
            en: string;
            pointer: string;
            vi: string;
        };
        Invariant: {
            en: string;
            name: string;
            source: string;
            vi: string;
        };
        OpenMessage: {
            /** Format: date-time */
            at: string;
            attempts: number;
            /** @enum {string} */
            channel: "email" | "sms" | "zalo" | "in-app";
            code: string | null;
            /** Format: uuid */
            message: string;
            state: string;
            /** Format: uuid */
            subject: string;
            template: string;
            used: ("email" | "sms" | "zalo" | "in-app")[];
            why: string | null;
        };
        Problem: {
            code: string;
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            requestId?: string;
            rule?: string;
            status: number;
            title: string;
            type?: string;
        } & {
            [key: string]: unknown;
        };
        Pulse: {
            lags: {
                behind: number;
                group: string;
                topic: string;
            }[] | null;
            messages: {
                ambiguous: number;
                open: components["schemas"]["OpenMessage"][];
                queued: number;
                undelivered: number;
            } | null;
            queues: components["schemas"]["Queues"][] | null;
            stories: {
                failing: string[];
                running: number;
            } | null;
            swept: {
                lastDay: number;
                latest: {
                    /** Format: date-time */
                    at: string;
                    /** Format: uuid */
                    dossier: string;
                    /** Format: date-time */
                    dueAt: string;
                    kind: string;
                }[];
            } | null;
            temporalUi: string | null;
            tracePage: string | null;
        };
        Queues: {
            dead: components["schemas"]["DeadLetter"][];
            oldestSeconds: number;
            parked: number;
            service: string;
            untold: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

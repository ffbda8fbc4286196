// Written by `npm run clients` from the service's OpenAPI document; a test compares them.
export interface paths {
    "/apologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafted apologies that wait for the signature of an organisation’s leader, earliest last moment first */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    organisation: string;
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
                            rows: components["schemas"]["ApologyRow"][];
                            waiting: number;
                            wrongs: components["schemas"]["WrongApologyRow"][];
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
    "/calendar/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open dossiers are counted by the newest calendar, and how many not yet */
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
                        "application/json": components["schemas"]["RecountStanding"];
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
    "/calendar/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which open dossiers a notice would move, were it published now; nothing is changed or kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CalendarNoticeInput"];
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
                        "application/json": components["schemas"]["WhatIf"];
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
    "/coming-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dossiers of an organisation and its units whose clock runs and that come due between two days, both included */
        get: {
            parameters: {
                query: {
                    from: string;
                    limit?: number;
                    organisation: string;
                    to: string;
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
                            rows: components["schemas"]["DueRow"][];
                            total: number;
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
    "/dossiers/{dossierId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dossier with its timeline, due date and why, alarms and holder */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dossierId: string;
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
                        "application/json": components["schemas"]["DossierView"];
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
    "/dossiers/{dossierId}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do something to a dossier; the law answers with lines of the record, or with a refusal */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one order, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The version the caller saw; 409 if it moved on */
                    "if-match"?: string;
                };
                path: {
                    dossierId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DossierCommandInput"];
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
                        "application/json": components["schemas"]["CommandDone"];
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
    "/dossiers/{dossierId}/due-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The due date and why: a certificate that can be recounted from its own content, the walk day by day, the appointment and the clock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dossierId: string;
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
                        "application/json": components["schemas"]["DueDate"];
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
    "/dossiers/{dossierId}/due-date.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The due date and how it was counted, as one page for the citizen (PDF/A) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dossierId: string;
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
                /** @description The page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
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
    "/dossiers/{dossierId}/pages/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate of the due date as it was first given to a reader (PDF/A) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dossierId: string;
                    id: string;
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
                /** @description The page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
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
    "/dossiers/{dossierId}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose the time of a dossier was, who is late, and its two verdicts: by law and by the indicator of QĐ 766 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dossierId: string;
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
                        "application/json": components["schemas"]["DossierTime"];
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
    "/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The procedure versions of open dossiers in which an organisation or a unit of it has a part, or settled since a day */
        get: {
            parameters: {
                query: {
                    organisation: string;
                    since: string;
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
                            procedures: {
                                id: string;
                                name: string;
                                open: number;
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
    "/flows/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The route of a procedure version: how many dossiers in which an organisation has a part stand where, and usual times */
        get: {
            parameters: {
                query: {
                    organisation: string;
                    since: string;
                };
                header?: never;
                path: {
                    version: string;
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
                        "application/json": {
                            name: string;
                            stages: components["schemas"]["FlowStage"][];
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
    "/lateness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose the time was and who is late, by agency and stage; of those open, and of those settled since a day */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    organisation: string;
                    since: string;
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
                            counted: number;
                            rows: components["schemas"]["StageLateness"][];
                            total: number;
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
    "/lateness.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose the time was and who is late, by agency and stage; of those open, and of those settled since a day; as a spreadsheet */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    organisation: string;
                    since: string;
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
                /** @description The sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/look-up/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a dossier is, by its code, without login: status only */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
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
                        "application/json": components["schemas"]["Progress"];
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
    "/operations/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw away the first message of a key that was put aside, for it should never have been sent, and have those behind it handled; says which it was */
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
                        key: string;
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
                            discarded: {
                                partition: number;
                                position: string;
                                reason: string;
                                topic: string;
                            } | null;
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
    "/operations/dossiers/{dossierId}/last-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last line of one dossier, open or closed, for telling the conductor again */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dossierId: string;
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
                        "application/json": components["schemas"]["DossierMessage"];
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
    "/operations/open-dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last line of every open dossier, in pages, for rebuilding the conductor */
        get: {
            parameters: {
                query?: {
                    after?: string;
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
                            messages: components["schemas"]["DossierMessage"][];
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
    "/operations/re-announce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell every line of the record again, after Kafka was wiped */
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
                            lines: number;
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
    "/operations/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have what was put aside as dead letters handled again, in order: of one key, or `all`; says of how many */
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
                        key: string;
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
                            asked: number;
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
    "/operations/succession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who would take over open dossiers from whom if it were this day; nothing is changed */
        get: {
            parameters: {
                query: {
                    day: string;
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
                        "application/json": components["schemas"]["Succession"];
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
    "/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may ask for which command: role x relation to the dossier */
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
                            [key: string]: {
                                relation: string;
                                roles: string[];
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
    "/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the desks of an organisation carried over, took in and settled over whole days, and how it stands */
        get: {
            parameters: {
                query: {
                    by?: "procedure" | "field" | "desk" | "channel";
                    from: string;
                    organisation: string;
                    /** @description The last day of the period */
                    to: string;
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
                            rows: components["schemas"]["StatisticsLine"][];
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
    "/statistics.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the desks of an organisation carried over, took in and settled over whole days, and how it stands; as a spreadsheet */
        get: {
            parameters: {
                query: {
                    by?: "procedure" | "field" | "desk" | "channel";
                    from: string;
                    organisation: string;
                    /** @description The last day of the period */
                    to: string;
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
                /** @description The sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/to-sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposed results that wait for the signature of an organisation’s leader, earliest end of time first */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    organisation: string;
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
                            rows: components["schemas"]["ToSignRow"][];
                            waiting: number;
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
    "/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for an organisation or one of its officers, earliest end of time first */
        get: {
            parameters: {
                query: {
                    after?: string;
                    because?: "holds" | "offered" | "consulted" | "supplement-proposed";
                    light?: "in-time" | "due-soon" | "overdue" | "paused" | "none";
                    limit?: number;
                    officer?: string;
                    organisation: string;
                    procedure?: string;
                    stage?: string;
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
                            counts: {
                                [key: string]: number;
                            };
                            next: string | null;
                            rows: components["schemas"]["WorklistRow"][];
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
    "/worklist/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What one kind of command would meet at each of many dossiers now; nothing is done by asking */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        command: "Open" | "Accept" | "RefuseIntake" | "OfferHandover" | "AcceptHandover" | "ReturnHandover" | "Assign" | "AddOpinion" | "RequestConsultation" | "AnswerConsultation" | "ReportConsultation" | "StartPosting" | "ProposeSupplement" | "RequestSupplement" | "ReceiveSupplement" | "RequestObligation" | "RecordPayment" | "ApplyVariant" | "Recount" | "Propose" | "Sign" | "Reappoint" | "DeclineApology" | "RecordApologySent" | "Withdraw" | "Stop" | "ReturnResult" | "ReturnPartResult" | "ChooseReturn" | "RecordDispatch" | "RecordUndelivered" | "RecordLoss" | "WithdrawReturn" | "ReissueResult" | "Apologise" | "RecordPapersLoss" | "CorrectError" | "SucceedAgency" | "SoundAlarm";
                        dossiers: string[];
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
                            rows: components["schemas"]["Prospect"][];
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
    "/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open dossiers each officer of an organisation and its units has, the most overdue first */
        get: {
            parameters: {
                query: {
                    organisation: string;
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
                            rows: components["schemas"]["Workload"][];
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
        Action: {
            about: string | null;
            command: string;
            organisation: string;
            refused: {
                code: string;
                en: string;
                rule: string | null;
                vi: string;
            } | null;
            role: string;
        };
        Actor: {
            organisation: string;
            person: string;
            role: string;
        };
        Alarm: {
            /** Format: date-time */
            at: string;
            id: string;
            /** @enum {string} */
            kind: "answer-due" | "transfer-due" | "handover-unanswered" | "stage-warning" | "stage-overdue" | "due-soon" | "apology-by" | "overdue" | "appointment-missed" | "supplement-window" | "obligation-due" | "consultation-due" | "posting-ends" | "silence-approves" | "result-uncollected" | "delivery-overdue" | "apology-draft" | "apology-unsigned";
        };
        ApologyRow: {
            appointment: components["schemas"]["Due"] | null;
            /** Format: date-time */
            by: string;
            code: string | null;
            /** Format: date-time */
            draftedAt: string;
            due: components["schemas"]["Due"];
            escalation: number;
            foreseen: components["schemas"]["Due"] | null;
            holder: string;
            /** Format: uuid */
            id: string;
            isTooLate: boolean;
            lateBy: components["schemas"]["LateAgency"][];
            procedure: string;
            /** @enum {string} */
            reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
            receivingDesk: string;
            stage: string | null;
            version: number;
        };
        Axes: {
            /** @enum {string} */
            clock: "not-started" | "running" | "paused" | "stopped";
            code: string | null;
            /** @enum {string} */
            delivery: "none" | "ready" | "to-dispatch" | "under-way" | "undelivered" | "lost" | "returned";
            dispatch?: number;
            due: components["schemas"]["Due"] | null;
            /** @enum {string} */
            finance: "none" | "owed" | "paid";
            holder: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            pausedBy: ("supplement" | "obligation") | null;
            procedure: string;
            receivingDesk: string;
            requests?: ("supplement" | "withdrawal")[];
            stage: {
                id: string;
                of: number;
                place: number;
            } | null;
            /** @enum {string} */
            state: "submitted" | "completion-requested" | "not-accepted" | "withdrawn" | "accepted" | "in-progress" | "supplement-requested" | "obligation-requested" | "completed" | "returned" | "stopped";
        };
        CalendarNoticeInput: {
            about: string;
            /** @default [] */
            announces: number[];
            document: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                number: string;
            };
            id: string;
            knownSince: string | null;
            layer: components["schemas"]["NoticeLayerInput"];
            /** @default [] */
            off: {
                /** Format: date */
                day: string;
                name: string;
                /** @enum {string} */
                why: "holiday" | "compensation" | "swap";
            }[];
            reason?: string;
            /** @default false */
            retroactive: boolean;
            /** @default [] */
            revoked: string[];
            /** @default [] */
            worked: {
                /** Format: date */
                day: string;
                name: string;
            }[];
        };
        CalendarYear: {
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            off: {
                /** @enum {string} */
                confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                /** Format: date */
                day: string;
                /** Format: date */
                knownSince?: string;
                name: string;
                notice: string;
                /** @enum {string} */
                why: "holiday" | "compensation" | "swap";
            }[];
            /** @default false */
            provisional: boolean;
            worked: {
                /** @enum {string} */
                confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                /** Format: date */
                day: string;
                /** Format: date */
                knownSince?: string;
                name: string;
                notice: string;
            }[];
            year: number;
        };
        CommandDone: {
            lines: components["schemas"]["Line"][];
            version: number;
        };
        Count: {
            committed?: components["schemas"]["Due"];
            due: components["schemas"]["Due"];
            provisional: boolean;
            stages: {
                branches?: components["schemas"]["Limit"][];
                due: components["schemas"]["Due"];
                id: string;
                limit: components["schemas"]["Limit"];
                unit: string;
            }[];
            walk: components["schemas"]["Walk"][];
        };
        DayLookedAt: {
            counted: boolean;
            /** Format: date */
            day: string;
            document?: string;
            name?: string;
            notice?: string;
            ordinal?: number;
            /** @constant */
            roll?: true;
            /** @enum {string} */
            why: "day-zero" | "working-day" | "worked-saturday" | "calendar-day" | "made-up-day" | "weekend" | "holiday" | "compensation" | "swap" | "interruption" | "office-closed";
        };
        Defect: {
            component: string;
            /** @enum {string} */
            defect: "missing" | "illegible" | "incomplete" | "wrong" | "expired" | "not-certified";
        };
        DossierCommandInput: {
            applicant: string | null;
            /** @enum {string} */
            channel: "desk" | "post" | "online";
            complete?: boolean;
            locality?: string;
            procedure: string;
            receivingDesk: string;
            /** @enum {string} */
            returnBy?: "desk" | "post" | "online";
            /** Format: date-time */
            submittedAt: string;
            /** @constant */
            type: "Open";
        } | {
            receipt?: boolean;
            /** @constant */
            type: "Accept";
            variant?: string;
        } | {
            directedTo?: string;
            /** @enum {string} */
            ground: "wrong-authority" | "not-eligible" | "original-missing" | "not-genuine" | "other-law";
            note: string;
            /** @constant */
            type: "RefuseIntake";
        } | {
            note?: string;
            /** @default [] */
            originals: string[];
            stage?: string;
            to: string;
            /** @constant */
            type: "OfferHandover";
        } | {
            /** @constant */
            type: "AcceptHandover";
        } | {
            /** @enum {string} */
            ground: "not-ours" | "papers-missing" | "wrong-stage" | "incomplete-work";
            note: string;
            /** @constant */
            type: "ReturnHandover";
        } | {
            officer: string;
            /** @constant */
            type: "Assign";
        } | {
            /** @enum {string} */
            kind: "appraisal" | "inspection" | "remark";
            note: string;
            /** @constant */
            type: "AddOpinion";
        } | {
            consultation: string;
            limit?: components["schemas"]["LimitInput"];
            note?: string;
            to?: string;
            /** @constant */
            type: "RequestConsultation";
        } | {
            /** @enum {string} */
            answer: "agrees" | "objects" | "done";
            consultation: string;
            note?: string;
            /** @constant */
            type: "AnswerConsultation";
        } | {
            consultation: string;
            note?: string;
            /** @constant */
            type: "ReportConsultation";
        } | {
            /** @constant */
            type: "StartPosting";
        } | {
            defects: {
                component: string;
                /** @enum {string} */
                defect: "missing" | "illegible" | "incomplete" | "wrong" | "expired" | "not-certified";
            }[];
            legalBasis?: string;
            note?: string;
            /** @constant */
            type: "ProposeSupplement";
        } | {
            defects: {
                component: string;
                /** @enum {string} */
                defect: "missing" | "illegible" | "incomplete" | "wrong" | "expired" | "not-certified";
            }[];
            legalBasis?: string;
            note?: string;
            /** @constant */
            type: "RequestSupplement";
        } | {
            byPost?: {
                components: string[];
                record: string;
                /** Format: date-time */
                signedAt: string;
            };
            /** @constant */
            type: "ReceiveSupplement";
        } | {
            amount: number;
            note: string;
            obligation: string;
            /** Format: date */
            payBy?: string;
            /** @constant */
            type: "RequestObligation";
        } | {
            obligation: string;
            proof: string;
            /** @constant */
            type: "RecordPayment";
        } | {
            legalBasis: string;
            note?: string;
            /** @constant */
            type: "ApplyVariant";
            variant: string;
        } | {
            /** @constant */
            type: "Recount";
        } | {
            note?: string;
            /** @enum {string} */
            outcome: "granted" | "refused";
            /** @constant */
            type: "Propose";
        } | {
            note?: string;
            number: string;
            /** @enum {string} */
            outcome: "granted" | "refused";
            /** @constant */
            type: "Sign";
        } | {
            /** Format: date */
            appointment?: string;
            note?: string;
            /** @enum {string} */
            reason?: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
            /** @constant */
            type: "Reappoint";
        } | {
            note: string;
            /** @enum {string} */
            reason: "will-make-its-day" | "not-late" | "other";
            /** @constant */
            type: "DeclineApology";
        } | {
            of: number;
            /** Format: date-time */
            sentAt: string;
            /** @constant */
            type: "RecordApologySent";
        } | {
            note?: string;
            /** @constant */
            type: "Withdraw";
        } | {
            /** @enum {string} */
            ground: "withdrawal" | "supplement-lapsed" | "obligation-lapsed" | "legal-ground";
            legalBasis?: string;
            note?: string;
            /** @constant */
            type: "Stop";
        } | {
            /** @enum {string} */
            by: "desk" | "post" | "online";
            /** Format: date-time */
            deliveredAt?: string;
            /** @constant */
            identityChecked: true;
            /** @default [] */
            originals: string[];
            parcel?: string;
            /** @enum {string} */
            to: "applicant" | "representative";
            /** @constant */
            type: "ReturnResult";
        } | {
            /** @constant */
            identityChecked: true;
            part: string;
            /** @enum {string} */
            to: "applicant" | "representative";
            /** @constant */
            type: "ReturnPartResult";
        } | {
            /** @enum {string} */
            by: "desk" | "post" | "online";
            /** @constant */
            type: "ChooseReturn";
        } | {
            order: number;
            /** @default [] */
            originals: string[];
            parcel: string;
            promised: {
                /** Format: date-time */
                at?: string;
                /** Format: date */
                on: string;
            };
            /** @constant */
            type: "RecordDispatch";
        } | {
            parcel: string;
            /** @constant */
            type: "RecordUndelivered";
        } | {
            parcel: string;
            /** @constant */
            type: "RecordLoss";
            /** @enum {string} */
            what: "lost" | "damaged";
        } | {
            parcel: string;
            /** @constant */
            type: "WithdrawReturn";
        } | {
            note: string;
            number: string;
            /** @constant */
            type: "ReissueResult";
        } | {
            /** @enum {string} */
            cause: "loss" | "damage" | "error";
            note?: string;
            /** @constant */
            type: "Apologise";
        } | {
            components: string[];
            decision: string;
            parcel?: string;
            result: boolean;
            /** @constant */
            type: "RecordPapersLoss";
            /** @enum {string} */
            what: "lost" | "damaged";
        } | {
            legalBasis: string;
            note: string;
            number?: string;
            of: number;
            /** @constant */
            type: "CorrectError";
            /** @enum {string} */
            what: "result" | "defects" | "stage" | "clerical";
        } | {
            chosen: {
                from: string;
                to: string;
            }[];
            /** @constant */
            type: "SucceedAgency";
        } | {
            alarmId: string;
            /** @constant */
            type: "SoundAlarm";
        };
        DossierMessage: {
            actor: components["schemas"]["Actor"];
            alarms: components["schemas"]["Alarm"][];
            /** Format: date-time */
            at: string;
            axes: components["schemas"]["Axes"];
            /** Format: uuid */
            dossierId: string;
            event: {
                answerDue: components["schemas"]["Due"];
                /** @enum {string} */
                channel: "desk" | "post" | "online";
                complete?: boolean;
                locality?: string;
                procedure: string;
                receivingDesk: string;
                /** @enum {string} */
                returnBy?: "desk" | "post" | "online";
                /** Format: date-time */
                submittedAt: string;
                /** @constant */
                type: "DossierOpened";
            } | {
                calendar: string;
                code: string;
                count: components["schemas"]["Count"];
                /** Format: date */
                dayZero: string;
                procedureVersion: string;
                receipt: boolean;
                /** @enum {string} */
                ruleSet: "ND61_2018" | "ND61_2018+ND107_2021" | "ND118_2025";
                /** @constant */
                type: "DossierAccepted";
                variant?: string;
            } | {
                directedTo?: string;
                /** @enum {string} */
                ground: "wrong-authority" | "not-eligible" | "original-missing" | "not-genuine" | "other-law";
                /** @constant */
                type: "DossierNotAccepted";
            } | {
                defects: components["schemas"]["Defect"][];
                legalBasis?: string;
                /** @constant */
                type: "CompletionRequested";
            } | {
                answerDue: components["schemas"]["Due"];
                /** @constant */
                type: "CompletionReceived";
            } | {
                /** @constant */
                type: "ApplicationWithdrawn";
            } | {
                answerBy: components["schemas"]["Due"];
                from: string;
                originals: string[];
                stage: string;
                to: string;
                /** @constant */
                type: "HandoverOffered";
            } | {
                from: string;
                left?: {
                    /** Format: date-time */
                    endedAt: string;
                    stage: string;
                    /** @enum {string} */
                    timeliness: "early" | "on-time" | "late";
                };
                stage: string;
                stageDue: components["schemas"]["Due"];
                to: string;
                /** @constant */
                type: "HandoverAccepted";
            } | {
                from: string;
                /** @enum {string} */
                ground: "not-ours" | "papers-missing" | "wrong-stage" | "incomplete-work";
                to: string;
                /** @constant */
                type: "HandoverReturned";
            } | {
                officer: string;
                /** @constant */
                type: "DossierAssigned";
            } | {
                /** @enum {string} */
                kind: "appraisal" | "inspection" | "remark";
                /** @constant */
                type: "OpinionAdded";
            } | {
                branch?: string;
                consultation: string;
                due: components["schemas"]["Due"];
                legalBasis?: string;
                limit?: components["schemas"]["Limit"];
                /** @enum {string} */
                silence: "none" | "deemed-consent";
                to: string;
                /** @constant */
                type: "ConsultationRequested";
            } | {
                afterDeemed: boolean;
                /** @enum {string} */
                answer: "agrees" | "objects" | "done";
                consultation: string;
                /** @enum {string} */
                timeliness: "early" | "on-time" | "late";
                /** @constant */
                type: "ConsultationAnswered";
            } | {
                consultation: string;
                legalBasis: string;
                /** @constant */
                type: "ConsentDeemed";
            } | {
                consultation: string;
                /** @constant */
                type: "ConsultationReported";
            } | {
                ends: components["schemas"]["Due"];
                stage: string;
                /** @constant */
                type: "PostingStarted";
            } | {
                defects: components["schemas"]["Defect"][];
                legalBasis?: string;
                /** @constant */
                type: "SupplementProposed";
            } | {
                defects: components["schemas"]["Defect"][];
                legalBasis?: string;
                /** @constant */
                type: "SupplementRequested";
                windowCloses?: components["schemas"]["Due"];
            } | {
                byPost?: {
                    record: string;
                    /** Format: date-time */
                    signedAt: string;
                };
                calendar?: string;
                count: components["schemas"]["Count"];
                /** Format: date */
                dayZero: string;
                /** @enum {string} */
                policy: "restart" | "resume";
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "SupplementReceived";
            } | {
                amount: number;
                legalBasis?: string;
                obligation: string;
                /** Format: date-time */
                pausedFrom?: string;
                pauses: boolean;
                /** Format: date */
                payBy?: string;
                /** @constant */
                type: "ObligationRequested";
            } | {
                calendar?: string;
                count?: components["schemas"]["Count"];
                obligation: string;
                proof: string;
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "ObligationPaid";
            } | {
                calendar?: string;
                count: components["schemas"]["Count"];
                /** Format: date */
                dayZero: string;
                legalBasis: string;
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "LimitVariantApplied";
                variant: string;
            } | {
                calendar: string;
                consultations?: {
                    due: components["schemas"]["Due"];
                    id: string;
                }[];
                count: components["schemas"]["Count"];
                from: string;
                moved?: ("due" | "firm" | "stages" | "apology" | "consultations")[];
                promised?: components["schemas"]["Due"];
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "DossierRecounted";
            } | {
                legalBasis: string;
                /** @constant */
                type: "ApprovalDeemed";
            } | {
                /** @enum {string} */
                outcome: "granted" | "refused";
                /** @constant */
                type: "ResultProposed";
            } | {
                number: string;
                /** @enum {string} */
                outcome: "granted" | "refused";
                /** @enum {string} */
                timeliness: "early" | "on-time" | "late";
                /** @constant */
                type: "ResultSigned";
            } | {
                appointment?: components["schemas"]["Due"];
                /** Format: date-time */
                by: string;
                due: components["schemas"]["Due"];
                foreseen?: components["schemas"]["Due"];
                lateBy: components["schemas"]["LateAgency"][];
                /** @enum {string} */
                reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
                /** @constant */
                type: "ApologyDrafted";
            } | {
                due: components["schemas"]["Due"];
                /** @enum {string} */
                reason: "will-make-its-day" | "not-late" | "other";
                /** @constant */
                type: "ApologyDeclined";
            } | {
                of: number;
                /** @enum {string} */
                sending: "in-time" | "late";
                /** Format: date-time */
                sentAt: string;
                /** @constant */
                type: "ApologySent";
            } | {
                /** @enum {string} */
                apology: "in-time" | "late";
                appointment: components["schemas"]["Due"];
                lateBy?: components["schemas"]["LateAgency"][];
                /** @enum {string} */
                reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
                /** @constant */
                type: "DossierReappointed";
            } | {
                /** @constant */
                type: "WithdrawalRequested";
            } | {
                /** @enum {string} */
                ground: "withdrawal" | "supplement-lapsed" | "obligation-lapsed" | "legal-ground";
                legalBasis?: string;
                /** @constant */
                type: "DossierStopped";
            } | {
                part: string;
                /** @enum {string} */
                to: "applicant" | "representative";
                /** @constant */
                type: "PartResultReturned";
            } | {
                /** @enum {string} */
                by: "desk" | "post" | "online";
                /** Format: date-time */
                deliveredAt?: string;
                originals: string[];
                parcel?: string;
                /** @enum {string} */
                to: "applicant" | "representative";
                /** @constant */
                type: "ResultReturned";
            } | {
                /** @enum {string} */
                by: "desk" | "post" | "online";
                /** @constant */
                type: "ReturnChosen";
            } | {
                order: number;
                originals: string[];
                parcel: string;
                promised: components["schemas"]["Due"];
                /** @constant */
                type: "ResultDispatched";
            } | {
                parcel: string;
                /** @constant */
                type: "ResultUndelivered";
            } | {
                parcel: string;
                /** @constant */
                type: "ResultLost";
                /** @enum {string} */
                what: "lost" | "damaged";
            } | {
                number: string;
                /** @constant */
                type: "ResultReissued";
                version: number;
            } | {
                /** @enum {string} */
                cause: "loss" | "damage" | "error";
                components?: string[];
                decision?: string;
                of?: number;
                parcel?: string;
                /** @constant */
                type: "ApologyGiven";
                /** @enum {string} */
                what?: "result" | "defects" | "stage" | "clerical";
            } | {
                components: string[];
                decision: string;
                parcel?: string;
                result: boolean;
                /** @constant */
                type: "PapersLost";
                /** @enum {string} */
                what: "lost" | "damaged";
            } | {
                parcel: string;
                /** @constant */
                type: "ReturnWithdrawn";
            } | {
                /** Format: date-time */
                by: string;
                /** @enum {string} */
                cause: "loss" | "damage" | "error";
                components?: string[];
                decision?: string;
                of: number;
                parcel?: string;
                /** @constant */
                type: "WrongApologyDrafted";
                /** @enum {string} */
                what?: "result" | "defects" | "stage" | "clerical";
                wrong: number;
            } | {
                legalBasis: string;
                number?: string;
                of: number;
                /** @constant */
                type: "ErrorCorrected";
                /** @enum {string} */
                what: "result" | "defects" | "stage" | "clerical";
            } | {
                replaced: {
                    from: string;
                    to: string;
                }[];
                /** @constant */
                type: "AgencySucceeded";
            } | {
                alarm: {
                    /** Format: date-time */
                    at: string;
                    id: string;
                    kind: string;
                };
                to: {
                    organisation: string;
                    /** @enum {string} */
                    role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
                }[];
                /** @constant */
                type: "AlarmSounded";
            };
            moves: boolean;
            requestId?: string;
            seq: number;
        };
        DossierTime: {
            consultations: {
                consultation: string;
                due: components["schemas"]["Due"];
                ended: {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    by: "answer" | "consent-deemed";
                } | null;
                late: {
                    amount: number;
                    by: {
                        amount: number;
                        unit: string;
                    }[];
                    /** @enum {string} */
                    unit: "working-day" | "day" | "working-hour" | "hour";
                } | null;
                lead: string;
                reported: boolean;
                /** Format: date-time */
                requested: string;
                shared: boolean;
                timeliness: ("early" | "on-time" | "late") | null;
                units: string[];
            }[];
            indicator766: components["schemas"]["Indicator766"];
            legal: {
                due: components["schemas"]["Due"];
                late: {
                    amount: number;
                    /** @enum {string} */
                    unit: "working-day" | "day" | "working-hour" | "hour";
                } | null;
                lateBy: ({
                    amount: number;
                    of: string;
                    stage: string;
                    /** @enum {string} */
                    unit: "working-day" | "day" | "working-hour" | "hour";
                } | {
                    amount: number;
                    /** @enum {string} */
                    as: "asked" | "lead";
                    consultation: string;
                    of: string;
                    /** @enum {string} */
                    unit: "working-day" | "day" | "working-hour" | "hour";
                })[];
                timeliness: ("early" | "on-time" | "late") | null;
            };
            shares: {
                days: number;
                party: components["schemas"]["Party"];
                workingDays: number;
            }[];
            spans: {
                days: number;
                from: components["schemas"]["Edge"];
                party: components["schemas"]["Party"];
                to: components["schemas"]["Edge"];
                workingDays: number;
            }[];
            stages: {
                actual: {
                    amount: number;
                    /** @enum {string} */
                    unit: "working-day" | "day" | "working-hour" | "hour";
                };
                due: components["schemas"]["Due"];
                ended: {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    by: "handover" | "result" | "stop" | "supplement";
                } | null;
                late: {
                    amount: number;
                    by: {
                        amount: number;
                        unit: string;
                    }[];
                    /** @enum {string} */
                    unit: "working-day" | "day" | "working-hour" | "hour";
                } | null;
                limit: components["schemas"]["Limit"];
                /** Format: date-time */
                received: string;
                stage: string;
                timeliness: ("early" | "on-time" | "late") | null;
                units: string[];
            }[];
            whole: {
                days: number;
                ended: ("result" | "stopped") | null;
                from: components["schemas"]["Edge"];
                to: components["schemas"]["Edge"];
                workingDays: number;
            };
        };
        DossierView: {
            actions: components["schemas"]["Action"][];
            alarms: components["schemas"]["Alarm"][];
            appointment: components["schemas"]["Due"] | null;
            axes: components["schemas"]["Axes"];
            consultations: {
                answer: string | null;
                branch: boolean;
                deemed: boolean;
                due: components["schemas"]["Due"];
                id: string;
                requestedAt: string;
                silence: string;
                to: string;
            }[];
            count: components["schemas"]["Count"] | null;
            foreseen: components["schemas"]["Due"] | null;
            handover: {
                answerBy: components["schemas"]["Due"];
                from: string;
                offeredAt: string;
                stage: string;
                to: string;
            } | null;
            /** Format: uuid */
            id: string;
            letters: components["schemas"]["ListedLetter"][];
            /** @enum {string} */
            light: "in-time" | "due-soon" | "overdue" | "paused" | "none";
            obligations: {
                amount: number;
                id: string;
                paid: boolean;
                pauses: boolean;
                payBy: string | null;
            }[];
            officer: string | null;
            pinned: {
                calendar: string;
                ruleSet: string;
                variant?: string;
                version: string;
            } | null;
            readsPapers: boolean;
            result: {
                at: string;
                number: string;
                outcome: string;
                timeliness: string;
            } | null;
            supplementBy: components["schemas"]["Due"] | null;
            timeline: {
                actor: components["schemas"]["Actor"];
                /** Format: date-time */
                at: string;
                event: {
                    answerDue: components["schemas"]["Due"];
                    /** @enum {string} */
                    channel: "desk" | "post" | "online";
                    complete?: boolean;
                    locality?: string;
                    procedure: string;
                    receivingDesk: string;
                    /** @enum {string} */
                    returnBy?: "desk" | "post" | "online";
                    /** Format: date-time */
                    submittedAt: string;
                    /** @constant */
                    type: "DossierOpened";
                } | {
                    calendar: string;
                    code: string;
                    count: components["schemas"]["Count"];
                    /** Format: date */
                    dayZero: string;
                    procedureVersion: string;
                    receipt: boolean;
                    /** @enum {string} */
                    ruleSet: "ND61_2018" | "ND61_2018+ND107_2021" | "ND118_2025";
                    /** @constant */
                    type: "DossierAccepted";
                    variant?: string;
                } | {
                    directedTo?: string;
                    /** @enum {string} */
                    ground: "wrong-authority" | "not-eligible" | "original-missing" | "not-genuine" | "other-law";
                    /** @constant */
                    type: "DossierNotAccepted";
                } | {
                    defects: components["schemas"]["Defect"][];
                    legalBasis?: string;
                    /** @constant */
                    type: "CompletionRequested";
                } | {
                    answerDue: components["schemas"]["Due"];
                    /** @constant */
                    type: "CompletionReceived";
                } | {
                    /** @constant */
                    type: "ApplicationWithdrawn";
                } | {
                    answerBy: components["schemas"]["Due"];
                    from: string;
                    originals: string[];
                    stage: string;
                    to: string;
                    /** @constant */
                    type: "HandoverOffered";
                } | {
                    from: string;
                    left?: {
                        /** Format: date-time */
                        endedAt: string;
                        stage: string;
                        /** @enum {string} */
                        timeliness: "early" | "on-time" | "late";
                    };
                    stage: string;
                    stageDue: components["schemas"]["Due"];
                    to: string;
                    /** @constant */
                    type: "HandoverAccepted";
                } | {
                    from: string;
                    /** @enum {string} */
                    ground: "not-ours" | "papers-missing" | "wrong-stage" | "incomplete-work";
                    to: string;
                    /** @constant */
                    type: "HandoverReturned";
                } | {
                    officer: string;
                    /** @constant */
                    type: "DossierAssigned";
                } | {
                    /** @enum {string} */
                    kind: "appraisal" | "inspection" | "remark";
                    /** @constant */
                    type: "OpinionAdded";
                } | {
                    branch?: string;
                    consultation: string;
                    due: components["schemas"]["Due"];
                    legalBasis?: string;
                    limit?: components["schemas"]["Limit"];
                    /** @enum {string} */
                    silence: "none" | "deemed-consent";
                    to: string;
                    /** @constant */
                    type: "ConsultationRequested";
                } | {
                    afterDeemed: boolean;
                    /** @enum {string} */
                    answer: "agrees" | "objects" | "done";
                    consultation: string;
                    /** @enum {string} */
                    timeliness: "early" | "on-time" | "late";
                    /** @constant */
                    type: "ConsultationAnswered";
                } | {
                    consultation: string;
                    legalBasis: string;
                    /** @constant */
                    type: "ConsentDeemed";
                } | {
                    consultation: string;
                    /** @constant */
                    type: "ConsultationReported";
                } | {
                    ends: components["schemas"]["Due"];
                    stage: string;
                    /** @constant */
                    type: "PostingStarted";
                } | {
                    defects: components["schemas"]["Defect"][];
                    legalBasis?: string;
                    /** @constant */
                    type: "SupplementProposed";
                } | {
                    defects: components["schemas"]["Defect"][];
                    legalBasis?: string;
                    /** @constant */
                    type: "SupplementRequested";
                    windowCloses?: components["schemas"]["Due"];
                } | {
                    byPost?: {
                        record: string;
                        /** Format: date-time */
                        signedAt: string;
                    };
                    calendar?: string;
                    count: components["schemas"]["Count"];
                    /** Format: date */
                    dayZero: string;
                    /** @enum {string} */
                    policy: "restart" | "resume";
                    stageDue?: components["schemas"]["Due"];
                    /** @constant */
                    type: "SupplementReceived";
                } | {
                    amount: number;
                    legalBasis?: string;
                    obligation: string;
                    /** Format: date-time */
                    pausedFrom?: string;
                    pauses: boolean;
                    /** Format: date */
                    payBy?: string;
                    /** @constant */
                    type: "ObligationRequested";
                } | {
                    calendar?: string;
                    count?: components["schemas"]["Count"];
                    obligation: string;
                    proof: string;
                    stageDue?: components["schemas"]["Due"];
                    /** @constant */
                    type: "ObligationPaid";
                } | {
                    calendar?: string;
                    count: components["schemas"]["Count"];
                    /** Format: date */
                    dayZero: string;
                    legalBasis: string;
                    stageDue?: components["schemas"]["Due"];
                    /** @constant */
                    type: "LimitVariantApplied";
                    variant: string;
                } | {
                    calendar: string;
                    consultations?: {
                        due: components["schemas"]["Due"];
                        id: string;
                    }[];
                    count: components["schemas"]["Count"];
                    from: string;
                    moved?: ("due" | "firm" | "stages" | "apology" | "consultations")[];
                    promised?: components["schemas"]["Due"];
                    stageDue?: components["schemas"]["Due"];
                    /** @constant */
                    type: "DossierRecounted";
                } | {
                    legalBasis: string;
                    /** @constant */
                    type: "ApprovalDeemed";
                } | {
                    /** @enum {string} */
                    outcome: "granted" | "refused";
                    /** @constant */
                    type: "ResultProposed";
                } | {
                    number: string;
                    /** @enum {string} */
                    outcome: "granted" | "refused";
                    /** @enum {string} */
                    timeliness: "early" | "on-time" | "late";
                    /** @constant */
                    type: "ResultSigned";
                } | {
                    appointment?: components["schemas"]["Due"];
                    /** Format: date-time */
                    by: string;
                    due: components["schemas"]["Due"];
                    foreseen?: components["schemas"]["Due"];
                    lateBy: components["schemas"]["LateAgency"][];
                    /** @enum {string} */
                    reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
                    /** @constant */
                    type: "ApologyDrafted";
                } | {
                    due: components["schemas"]["Due"];
                    /** @enum {string} */
                    reason: "will-make-its-day" | "not-late" | "other";
                    /** @constant */
                    type: "ApologyDeclined";
                } | {
                    of: number;
                    /** @enum {string} */
                    sending: "in-time" | "late";
                    /** Format: date-time */
                    sentAt: string;
                    /** @constant */
                    type: "ApologySent";
                } | {
                    /** @enum {string} */
                    apology: "in-time" | "late";
                    appointment: components["schemas"]["Due"];
                    lateBy?: components["schemas"]["LateAgency"][];
                    /** @enum {string} */
                    reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
                    /** @constant */
                    type: "DossierReappointed";
                } | {
                    /** @constant */
                    type: "WithdrawalRequested";
                } | {
                    /** @enum {string} */
                    ground: "withdrawal" | "supplement-lapsed" | "obligation-lapsed" | "legal-ground";
                    legalBasis?: string;
                    /** @constant */
                    type: "DossierStopped";
                } | {
                    part: string;
                    /** @enum {string} */
                    to: "applicant" | "representative";
                    /** @constant */
                    type: "PartResultReturned";
                } | {
                    /** @enum {string} */
                    by: "desk" | "post" | "online";
                    /** Format: date-time */
                    deliveredAt?: string;
                    originals: string[];
                    parcel?: string;
                    /** @enum {string} */
                    to: "applicant" | "representative";
                    /** @constant */
                    type: "ResultReturned";
                } | {
                    /** @enum {string} */
                    by: "desk" | "post" | "online";
                    /** @constant */
                    type: "ReturnChosen";
                } | {
                    order: number;
                    originals: string[];
                    parcel: string;
                    promised: components["schemas"]["Due"];
                    /** @constant */
                    type: "ResultDispatched";
                } | {
                    parcel: string;
                    /** @constant */
                    type: "ResultUndelivered";
                } | {
                    parcel: string;
                    /** @constant */
                    type: "ResultLost";
                    /** @enum {string} */
                    what: "lost" | "damaged";
                } | {
                    number: string;
                    /** @constant */
                    type: "ResultReissued";
                    version: number;
                } | {
                    /** @enum {string} */
                    cause: "loss" | "damage" | "error";
                    components?: string[];
                    decision?: string;
                    of?: number;
                    parcel?: string;
                    /** @constant */
                    type: "ApologyGiven";
                    /** @enum {string} */
                    what?: "result" | "defects" | "stage" | "clerical";
                } | {
                    components: string[];
                    decision: string;
                    parcel?: string;
                    result: boolean;
                    /** @constant */
                    type: "PapersLost";
                    /** @enum {string} */
                    what: "lost" | "damaged";
                } | {
                    parcel: string;
                    /** @constant */
                    type: "ReturnWithdrawn";
                } | {
                    /** Format: date-time */
                    by: string;
                    /** @enum {string} */
                    cause: "loss" | "damage" | "error";
                    components?: string[];
                    decision?: string;
                    of: number;
                    parcel?: string;
                    /** @constant */
                    type: "WrongApologyDrafted";
                    /** @enum {string} */
                    what?: "result" | "defects" | "stage" | "clerical";
                    wrong: number;
                } | {
                    legalBasis: string;
                    number?: string;
                    of: number;
                    /** @constant */
                    type: "ErrorCorrected";
                    /** @enum {string} */
                    what: "result" | "defects" | "stage" | "clerical";
                } | {
                    replaced: {
                        from: string;
                        to: string;
                    }[];
                    /** @constant */
                    type: "AgencySucceeded";
                } | {
                    alarm: {
                        /** Format: date-time */
                        at: string;
                        id: string;
                        kind: string;
                    };
                    to: {
                        organisation: string;
                        /** @enum {string} */
                        role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
                    }[];
                    /** @constant */
                    type: "AlarmSounded";
                };
                note: string | null;
                seq: number;
            }[];
            version: number;
        };
        Due: {
            /** Format: date-time */
            at?: string;
            /** Format: date */
            on: string;
        };
        DueDate: {
            appointment: components["schemas"]["Due"] | null;
            certificate: components["schemas"]["DueDateCertificate"];
            clock: {
                /** @constant */
                is: "running";
            } | {
                /** @enum {string} */
                by: "supplement" | "obligation";
                document: string;
                /** @constant */
                is: "paused";
                /** Format: date-time */
                since: string;
            } | {
                /** @enum {string} */
                by: "result" | "end-without-result";
                /** @constant */
                is: "stopped";
                /** Format: date-time */
                since: string;
            };
            explanations: {
                days: components["schemas"]["DayLookedAt"][];
                due: components["schemas"]["Due"];
                en: string[];
                /** Format: date */
                from: string;
                limit: components["schemas"]["Limit"];
                months?: {
                    lastOfMonth: boolean;
                    ordinal: number;
                    /** Format: date */
                    to: string;
                }[];
                /** @constant */
                provisional?: true;
                rolled: boolean;
                stage?: string;
                stretches?: {
                    counted: boolean;
                    document?: string;
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                }[];
                vi: string[];
            }[];
        };
        DueDateCertificate: {
            /** Format: date-time */
            acceptedAt: string;
            calendar: {
                /** Format: date */
                publishedOn: string;
                version: string;
                years: components["schemas"]["CalendarYear"][];
            };
            /** @constant */
            certificate: "due-date.v1";
            committedDue?: {
                /** Format: date-time */
                at?: string;
                /** Format: date */
                on: string;
            };
            committedLimit?: components["schemas"]["Limit"];
            cutOff?: string;
            /** Format: date */
            dayZero: string;
            dossier: string;
            due: {
                /** Format: date-time */
                at?: string;
                /** Format: date */
                on: string;
            };
            hash: string;
            hashes: {
                [key: string]: string;
            };
            interruptions: {
                document?: string;
                /** @enum {string} */
                effect: "restart" | "pause";
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            }[];
            limit: components["schemas"]["Limit"] | "sum-of-stages";
            noticeDayCounts: boolean;
            office: {
                exceptions: {
                    /** Format: date */
                    day: string;
                    sessions: [
                        string,
                        string
                    ][];
                }[];
                sessions: [
                    string,
                    string
                ][];
            };
            procedureVersion: string;
            product: string;
            provisional: boolean;
            record: {
                /** Format: date-time */
                at: string;
                seq: number;
                type: string;
            }[];
            /** @enum {string} */
            ruleSet: "ND61_2018" | "ND61_2018+ND107_2021" | "ND118_2025";
            stageDues: {
                /** Format: date-time */
                at?: string;
                /** Format: date */
                on: string;
            }[];
            stages: {
                branches?: components["schemas"]["Limit"][];
                id: string;
                limit: components["schemas"]["Limit"];
                unit: string;
            }[];
            /** Format: date-time */
            startsAt: string;
            walk: {
                /** Format: date */
                from: string;
                limit: components["schemas"]["Limit"];
                rolled: boolean;
                skipped: components["schemas"]["SkippedDay"][];
                stage?: string;
                /** Format: date */
                to: string;
            }[];
        };
        DueRow: {
            code: string | null;
            /** Format: date */
            dueOn: string;
            holder: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            light: "in-time" | "due-soon" | "overdue" | "paused" | "none";
            officer: string | null;
            procedure: string;
            state: string;
        };
        Edge: {
            /** Format: date-time */
            at: string;
            /** Format: date */
            on: string;
        };
        FieldError: {
            code: string;
            en: string;
            pointer: string;
            vi: string;
        };
        FlowStage: {
            branches: {
                id: string;
                /** @enum {string} */
                level: "ministry" | "province" | "district" | "commune";
                limit: components["schemas"]["Limit"];
                name: string;
            }[];
            id: string;
            /** @enum {string} */
            kind: "desk" | "stage" | "return";
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            limit: components["schemas"]["Limit"] | null;
            name: string | null;
            open: number;
            overdue: number;
            paused: number;
            signs: boolean;
            usual: {
                dossiers: number;
                medianHours: number;
                p90Hours: number;
            } | null;
        };
        Indicator766: {
            because: ("date-passed" | "second-supplement")[];
            comparedWith: components["schemas"]["Due"];
            /** Format: date */
            countedFrom: string;
            deducted: {
                days: number;
                /** Format: date-time */
                from: string;
                /** @enum {string} */
                owes: "supplement" | "obligation";
                /** Format: date-time */
                to: string;
                workingDays: number;
            }[];
            judged: {
                /** @enum {string} */
                as: "result" | "stopped" | "awaits-supplement" | "awaits-obligation" | "unfinished";
                /** Format: date-time */
                at: string;
            };
            supplementRequests: number;
            /** @enum {string} */
            verdict: "on-time" | "late";
        };
        LateAgency: {
            amount: number;
            /** @enum {string} */
            as?: "asked" | "lead";
            consultation?: string;
            of: string;
            stage?: string;
            /** @enum {string} */
            unit: "working-day" | "day" | "working-hour" | "hour";
        };
        Limit: {
            amount: number;
            /** @enum {string} */
            unit: "working-day" | "day" | "month" | "working-hour" | "hour" | "same-day";
        };
        LimitInput: {
            amount: number;
            /** @enum {string} */
            unit: "working-day" | "day" | "month" | "working-hour" | "hour" | "same-day";
        };
        Line: {
            actor: components["schemas"]["Actor"];
            alarms: components["schemas"]["Alarm"][];
            /** Format: date-time */
            at: string;
            axes: components["schemas"]["Axes"];
            event: {
                answerDue: components["schemas"]["Due"];
                /** @enum {string} */
                channel: "desk" | "post" | "online";
                complete?: boolean;
                locality?: string;
                procedure: string;
                receivingDesk: string;
                /** @enum {string} */
                returnBy?: "desk" | "post" | "online";
                /** Format: date-time */
                submittedAt: string;
                /** @constant */
                type: "DossierOpened";
            } | {
                calendar: string;
                code: string;
                count: components["schemas"]["Count"];
                /** Format: date */
                dayZero: string;
                procedureVersion: string;
                receipt: boolean;
                /** @enum {string} */
                ruleSet: "ND61_2018" | "ND61_2018+ND107_2021" | "ND118_2025";
                /** @constant */
                type: "DossierAccepted";
                variant?: string;
            } | {
                directedTo?: string;
                /** @enum {string} */
                ground: "wrong-authority" | "not-eligible" | "original-missing" | "not-genuine" | "other-law";
                /** @constant */
                type: "DossierNotAccepted";
            } | {
                defects: components["schemas"]["Defect"][];
                legalBasis?: string;
                /** @constant */
                type: "CompletionRequested";
            } | {
                answerDue: components["schemas"]["Due"];
                /** @constant */
                type: "CompletionReceived";
            } | {
                /** @constant */
                type: "ApplicationWithdrawn";
            } | {
                answerBy: components["schemas"]["Due"];
                from: string;
                originals: string[];
                stage: string;
                to: string;
                /** @constant */
                type: "HandoverOffered";
            } | {
                from: string;
                left?: {
                    /** Format: date-time */
                    endedAt: string;
                    stage: string;
                    /** @enum {string} */
                    timeliness: "early" | "on-time" | "late";
                };
                stage: string;
                stageDue: components["schemas"]["Due"];
                to: string;
                /** @constant */
                type: "HandoverAccepted";
            } | {
                from: string;
                /** @enum {string} */
                ground: "not-ours" | "papers-missing" | "wrong-stage" | "incomplete-work";
                to: string;
                /** @constant */
                type: "HandoverReturned";
            } | {
                officer: string;
                /** @constant */
                type: "DossierAssigned";
            } | {
                /** @enum {string} */
                kind: "appraisal" | "inspection" | "remark";
                /** @constant */
                type: "OpinionAdded";
            } | {
                branch?: string;
                consultation: string;
                due: components["schemas"]["Due"];
                legalBasis?: string;
                limit?: components["schemas"]["Limit"];
                /** @enum {string} */
                silence: "none" | "deemed-consent";
                to: string;
                /** @constant */
                type: "ConsultationRequested";
            } | {
                afterDeemed: boolean;
                /** @enum {string} */
                answer: "agrees" | "objects" | "done";
                consultation: string;
                /** @enum {string} */
                timeliness: "early" | "on-time" | "late";
                /** @constant */
                type: "ConsultationAnswered";
            } | {
                consultation: string;
                legalBasis: string;
                /** @constant */
                type: "ConsentDeemed";
            } | {
                consultation: string;
                /** @constant */
                type: "ConsultationReported";
            } | {
                ends: components["schemas"]["Due"];
                stage: string;
                /** @constant */
                type: "PostingStarted";
            } | {
                defects: components["schemas"]["Defect"][];
                legalBasis?: string;
                /** @constant */
                type: "SupplementProposed";
            } | {
                defects: components["schemas"]["Defect"][];
                legalBasis?: string;
                /** @constant */
                type: "SupplementRequested";
                windowCloses?: components["schemas"]["Due"];
            } | {
                byPost?: {
                    record: string;
                    /** Format: date-time */
                    signedAt: string;
                };
                calendar?: string;
                count: components["schemas"]["Count"];
                /** Format: date */
                dayZero: string;
                /** @enum {string} */
                policy: "restart" | "resume";
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "SupplementReceived";
            } | {
                amount: number;
                legalBasis?: string;
                obligation: string;
                /** Format: date-time */
                pausedFrom?: string;
                pauses: boolean;
                /** Format: date */
                payBy?: string;
                /** @constant */
                type: "ObligationRequested";
            } | {
                calendar?: string;
                count?: components["schemas"]["Count"];
                obligation: string;
                proof: string;
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "ObligationPaid";
            } | {
                calendar?: string;
                count: components["schemas"]["Count"];
                /** Format: date */
                dayZero: string;
                legalBasis: string;
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "LimitVariantApplied";
                variant: string;
            } | {
                calendar: string;
                consultations?: {
                    due: components["schemas"]["Due"];
                    id: string;
                }[];
                count: components["schemas"]["Count"];
                from: string;
                moved?: ("due" | "firm" | "stages" | "apology" | "consultations")[];
                promised?: components["schemas"]["Due"];
                stageDue?: components["schemas"]["Due"];
                /** @constant */
                type: "DossierRecounted";
            } | {
                legalBasis: string;
                /** @constant */
                type: "ApprovalDeemed";
            } | {
                /** @enum {string} */
                outcome: "granted" | "refused";
                /** @constant */
                type: "ResultProposed";
            } | {
                number: string;
                /** @enum {string} */
                outcome: "granted" | "refused";
                /** @enum {string} */
                timeliness: "early" | "on-time" | "late";
                /** @constant */
                type: "ResultSigned";
            } | {
                appointment?: components["schemas"]["Due"];
                /** Format: date-time */
                by: string;
                due: components["schemas"]["Due"];
                foreseen?: components["schemas"]["Due"];
                lateBy: components["schemas"]["LateAgency"][];
                /** @enum {string} */
                reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
                /** @constant */
                type: "ApologyDrafted";
            } | {
                due: components["schemas"]["Due"];
                /** @enum {string} */
                reason: "will-make-its-day" | "not-late" | "other";
                /** @constant */
                type: "ApologyDeclined";
            } | {
                of: number;
                /** @enum {string} */
                sending: "in-time" | "late";
                /** Format: date-time */
                sentAt: string;
                /** @constant */
                type: "ApologySent";
            } | {
                /** @enum {string} */
                apology: "in-time" | "late";
                appointment: components["schemas"]["Due"];
                lateBy?: components["schemas"]["LateAgency"][];
                /** @enum {string} */
                reason: "workload" | "consultation-late" | "verification" | "system-outage" | "other";
                /** @constant */
                type: "DossierReappointed";
            } | {
                /** @constant */
                type: "WithdrawalRequested";
            } | {
                /** @enum {string} */
                ground: "withdrawal" | "supplement-lapsed" | "obligation-lapsed" | "legal-ground";
                legalBasis?: string;
                /** @constant */
                type: "DossierStopped";
            } | {
                part: string;
                /** @enum {string} */
                to: "applicant" | "representative";
                /** @constant */
                type: "PartResultReturned";
            } | {
                /** @enum {string} */
                by: "desk" | "post" | "online";
                /** Format: date-time */
                deliveredAt?: string;
                originals: string[];
                parcel?: string;
                /** @enum {string} */
                to: "applicant" | "representative";
                /** @constant */
                type: "ResultReturned";
            } | {
                /** @enum {string} */
                by: "desk" | "post" | "online";
                /** @constant */
                type: "ReturnChosen";
            } | {
                order: number;
                originals: string[];
                parcel: string;
                promised: components["schemas"]["Due"];
                /** @constant */
                type: "ResultDispatched";
            } | {
                parcel: string;
                /** @constant */
                type: "ResultUndelivered";
            } | {
                parcel: string;
                /** @constant */
                type: "ResultLost";
                /** @enum {string} */
                what: "lost" | "damaged";
            } | {
                number: string;
                /** @constant */
                type: "ResultReissued";
                version: number;
            } | {
                /** @enum {string} */
                cause: "loss" | "damage" | "error";
                components?: string[];
                decision?: string;
                of?: number;
                parcel?: string;
                /** @constant */
                type: "ApologyGiven";
                /** @enum {string} */
                what?: "result" | "defects" | "stage" | "clerical";
            } | {
                components: string[];
                decision: string;
                parcel?: string;
                result: boolean;
                /** @constant */
                type: "PapersLost";
                /** @enum {string} */
                what: "lost" | "damaged";
            } | {
                parcel: string;
                /** @constant */
                type: "ReturnWithdrawn";
            } | {
                /** Format: date-time */
                by: string;
                /** @enum {string} */
                cause: "loss" | "damage" | "error";
                components?: string[];
                decision?: string;
                of: number;
                parcel?: string;
                /** @constant */
                type: "WrongApologyDrafted";
                /** @enum {string} */
                what?: "result" | "defects" | "stage" | "clerical";
                wrong: number;
            } | {
                legalBasis: string;
                number?: string;
                of: number;
                /** @constant */
                type: "ErrorCorrected";
                /** @enum {string} */
                what: "result" | "defects" | "stage" | "clerical";
            } | {
                replaced: {
                    from: string;
                    to: string;
                }[];
                /** @constant */
                type: "AgencySucceeded";
            } | {
                alarm: {
                    /** Format: date-time */
                    at: string;
                    id: string;
                    kind: string;
                };
                to: {
                    organisation: string;
                    /** @enum {string} */
                    role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
                }[];
                /** @constant */
                type: "AlarmSounded";
            };
            moves: boolean;
            requestId?: string;
            seq: number;
        };
        ListedLetter: {
            form: string | null;
            /** Format: uuid */
            id: string;
            issuedAt: string;
            /** @enum {string} */
            keptBy: "notifications" | "casework" | "postal";
            /** @enum {string} */
            kind: "receipt" | "supplement" | "refusal" | "apology" | "stop-notice" | "control-sheet" | "loss-apology" | "due-date" | "posting-slip" | "delivery-slip" | "handover-record" | "label";
            number: string;
            of: number;
            pages: number;
            sha256: string;
            signed: boolean;
        };
        NoticeLayerInput: {
            /** @constant */
            is: "nation";
        } | {
            /** @constant */
            is: "province";
            province: string;
        };
        Party: {
            /** @constant */
            kind: "agency";
            stage: string | null;
            unit: string;
        } | {
            /** @constant */
            kind: "consulted";
            lead: string;
            stage: string | null;
            units: string[];
        } | {
            /** @constant */
            kind: "citizen";
            /** @enum {string} */
            owes: "supplement" | "obligation";
        } | {
            /** @constant */
            kind: "post";
            operator: string;
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
        Progress: {
            code: string;
            stage: {
                of: number;
                place: number;
            } | null;
            /** @enum {string} */
            state: "in-process" | "completed" | "ended";
        };
        Prospect: {
            about: string | null;
            /** Format: uuid */
            id: string;
            refused: {
                code: string;
                en: string;
                rule: string | null;
                vi: string;
            } | null;
            version: number | null;
        };
        RecountStanding: {
            behind: number;
            calendar: string;
            counted: number;
        };
        SkippedDay: {
            /** Format: date */
            day: string;
            notice?: string;
            /** @enum {string} */
            why: "weekend" | "holiday" | "compensation" | "swap" | "interruption";
        };
        StageLateness: {
            agency: string;
            closed: {
                days: number;
                dossiers: number;
                workingDays: number;
            };
            late: {
                amount: number;
                dossiers: number;
                unit: string;
            }[];
            lateDossiers: {
                code: string | null;
                /** Format: uuid */
                id: string;
            }[];
            open: {
                days: number;
                dossiers: number;
                workingDays: number;
            };
            stage: string | null;
        };
        StatisticsLine: {
            apologies: {
                inTime: number;
                late: number;
                none: number;
                owed: number;
            };
            carried: number;
            name: string;
            new: {
                desk: number;
                online: number;
                post: number;
                total: number;
            };
            notAccepted: {
                ofNew: number;
                total: number;
            };
            of: string;
            paused: {
                obligation: number;
                supplement: number;
                total: number;
            };
            pending: {
                inTime: number;
                overdue: number;
                total: number;
            };
            resolved: {
                early: number;
                late: number;
                onTime: number;
                refused: number;
                total: number;
            };
            returned: {
                desk: number;
                online: number;
                post: number;
                total: number;
            };
            stopped: number;
            uncollected: number;
            withdrawn: number;
        };
        Succession: {
            dossiers: number;
            passes: {
                dossiers: number;
                from: string;
                to: string;
            }[];
            unclear: {
                agencies: string[];
                /** Format: uuid */
                dossierId: string;
            }[];
        };
        ToSignRow: {
            code: string | null;
            due: components["schemas"]["Due"] | null;
            holder: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            light: "in-time" | "due-soon" | "overdue" | "paused" | "none";
            /** @enum {string} */
            outcome: "granted" | "refused";
            procedure: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string;
            refused: {
                code: string;
                en: string;
                rule: string | null;
                vi: string;
            } | null;
            version: number;
        };
        Walk: {
            /** Format: date */
            from: string;
            limit: components["schemas"]["Limit"];
            rolled: boolean;
            skipped: components["schemas"]["SkippedDay"][];
            stage?: string;
            /** Format: date */
            to: string;
        };
        WhatIf: {
            after: string;
            agencies: {
                agency: string;
                becomeLate: number;
                becomeOnTime: number;
                moved: number;
            }[];
            before: string;
            looked: number;
            more: number;
            moved: {
                after: components["schemas"]["Due"];
                becomes: ("late" | "on-time") | null;
                before: components["schemas"]["Due"];
                code: string | null;
                /** Format: uuid */
                dossierId: string;
                holder: string;
                promised: components["schemas"]["Due"] | null;
                provisional: boolean;
            }[];
        };
        WorklistRow: {
            /** @enum {string} */
            because: "holds" | "offered" | "consulted" | "supplement-proposed";
            code: string | null;
            dueOn: string | null;
            holder: string;
            id: string;
            /** @enum {string} */
            light: "in-time" | "due-soon" | "overdue" | "paused" | "none";
            offeredTo: string | null;
            officer: string | null;
            procedure: string;
            requests: string[];
            stage: string | null;
            state: string;
            version: number;
        };
        Workload: {
            dueSoon: number;
            earliestDue: string | null;
            holder: string;
            officer: string | null;
            open: number;
            overdue: number;
            paused: number;
        };
        WrongApologyRow: {
            answerable: string;
            /** Format: date-time */
            by: string;
            /** @enum {string} */
            cause: "loss" | "damage" | "error";
            code: string | null;
            /** Format: date-time */
            draftedAt: string;
            escalation: number;
            /** Format: uuid */
            id: string;
            isTooLate: boolean;
            procedure: string;
            receivingDesk: string;
            /** Format: date-time */
            since: string;
            version: number;
            wrong: number;
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

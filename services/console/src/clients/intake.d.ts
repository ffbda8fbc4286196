// Written by `npm run clients` from the service's OpenAPI document; a test compares them.
export interface paths {
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in an application; its id is that of the dossier it becomes */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubmissionInput"];
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Submitted"];
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
    "/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An application, to whom it may be shown; every look is recorded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Application"];
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
    "/applications/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring what was missing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AmendmentInput"];
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
                        "application/json": components["schemas"]["CompletenessCheck"];
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
    "/applications/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to reach the applicant and whoever represents them, for the service that tells them; every look is recorded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contact"];
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
    "/applications/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the ledger needs to open the dossier */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationSummary"];
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
    "/applications/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that would be missing or wrong; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubmissionInput"];
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
                        "application/json": components["schemas"]["CompletenessCheck"];
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
    "/applications/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own applications, newest first, and where their dossiers stand */
        get: {
            parameters: {
                query?: {
                    before?: string;
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
                            applications: components["schemas"]["MyApplication"][];
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
    "/applications/on-paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What letters and registers say of applications: name, address, papers, fees; of those that are known */
        get: {
            parameters: {
                query: {
                    /** @description Up to a hundred applications: id=…&id=… */
                    id: string | string[];
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
                            applications: components["schemas"]["ApplicationOnPaper"][];
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
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller has begun and not handed in */
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
                            drafts: {
                                /** Format: date-time */
                                keptUntil: string;
                                name: string | null;
                                procedure: string;
                                /** Format: date-time */
                                savedAt: string;
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
    "/drafts/{procedure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own draft, or null */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    procedure: string;
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
                            draft: components["schemas"]["Draft"] | null;
                        };
                    };
                };
            };
        };
        /** Keep what was filled in; `revision` is that of the draft it was made from, 0 for a new one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    procedure: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        counts?: {
                            copies: number;
                            pages: number;
                        }[];
                        files: {
                            [key: string]: {
                                name: string;
                                /** Format: uuid */
                                uploadId: string;
                            }[];
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        receivingDesk: string | null;
                        returnBy: string;
                        revision: number;
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
                        "application/json": components["schemas"]["SavedDraft"];
                    };
                };
            };
        };
        post?: never;
        /** Erase the draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    procedure: string;
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
                            erased: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{procedure}/prefill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known for the fields of a form from the caller’s own earlier applications, each with where it is from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    procedure: string;
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
                            values: components["schemas"]["Prefilled"][];
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
    "/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open feedback of the agencies an officer answers for, and what is the officer’s own to handle, earliest due first */
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
                            feedback: components["schemas"]["OpenFeedback"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Give feedback, a complaint or a denunciation: a citizen, anybody, or an officer for somebody at the desk */
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
                    "application/json": components["schemas"]["GivenFeedbackInput"];
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dues: components["schemas"]["FeedbackDues"];
                            /** Format: date-time */
                            receivedAt: string;
                            reference: string;
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
    "/feedback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A feedback, to whom it may be shown; every look is recorded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Feedback"];
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
    "/feedback/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appoint a handler, reject, ask for more, answer, publish */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one order, however often it is sent */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FeedbackActInput"];
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
                            /** @enum {string} */
                            state: "received" | "in-hand" | "more-asked" | "answered" | "published" | "rejected";
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
    "/feedback/{id}/giver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to reach whoever gave a feedback, for the service that tells people; every look is recorded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiverContact"];
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
    "/feedback/by-reference/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a feedback stands, what is asked and what was answered, for whoever has its reference */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    reference: string;
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
                        "application/json": components["schemas"]["OwnFeedback"];
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
    "/feedback/by-reference/{reference}/more": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add to a feedback what its handler asked for */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one order, however often it is sent */
                    "idempotency-key"?: string;
                };
                path: {
                    reference: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
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
                            /** @enum {string} */
                            state: "received" | "in-hand" | "more-asked" | "answered" | "published" | "rejected";
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
    "/feedback/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback handled in time, index 8 of TT 01/2018 art. 13, of agencies the officer answers for; `to` is not counted */
        get: {
            parameters: {
                query: {
                    from: string;
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
                            handled: number;
                            inTime: number;
                            points: number | null;
                            received: number;
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
    "/feedback/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s own feedback, newest first */
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
                            feedback: components["schemas"]["OwnFeedback"][];
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
    "/feedback/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback and what was found, without names */
        get: {
            parameters: {
                query?: {
                    before?: string;
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
                            feedback: components["schemas"]["PublishedFeedback"][];
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
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of inspections at the agencies an officer inspects or answers for, open ones first */
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
                            findings: {
                                agency: string;
                                dossierId: string | null;
                                /** Format: date-time */
                                foundAt: string;
                                /** Format: uuid */
                                id: string;
                                isOverdue: boolean;
                                lines: {
                                    /** Format: date-time */
                                    at: string;
                                    event: {
                                        agency: string;
                                        /** Format: uuid */
                                        dossier?: string;
                                        /** @enum {string} */
                                        matter: "apology" | "lateness" | "supplement" | "posting" | "reception" | "records" | "other";
                                        /** Format: date */
                                        remedyBy: string;
                                        /** @enum {string} */
                                        type: "FindingRecorded";
                                    } | {
                                        agency: string;
                                        /** @enum {string} */
                                        type: "FindingRemedied";
                                    } | {
                                        agency: string;
                                        enough: boolean;
                                        /** Format: date */
                                        remedyBy?: string;
                                        /** @enum {string} */
                                        type: "FindingJudged";
                                    } | {
                                        agency: string;
                                        /** Format: date */
                                        remedyBy: string;
                                        /** @enum {string} */
                                        type: "FindingOverdue";
                                    };
                                    seq: number;
                                    words: string | null;
                                }[];
                                /** @enum {string} */
                                matter: "apology" | "lateness" | "supplement" | "posting" | "reception" | "records" | "other";
                                /** Format: date */
                                remedyBy: string;
                                seq: number;
                                /** @enum {string} */
                                state: "open" | "remedied" | "closed";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Record what an inspection found, and by when it is remedied */
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
                    "application/json": components["schemas"]["NewFindingInput"];
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
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
    "/findings/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report what was done about a finding, or judge that */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one order, however often it is sent */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FindingActInput"];
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
                            /** @enum {string} */
                            state: "open" | "remedied" | "closed";
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
    "/operations/re-announce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell every application again, after Kafka was wiped */
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
    "/payment-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller set out to pay for a procedure and has not used, newest first */
        get: {
            parameters: {
                query: {
                    procedure: string;
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
                            orders: components["schemas"]["PaymentOrder"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Set out to pay a fee online; `payAt` is where, null where it is paid already */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        counts?: {
                            copies: number;
                            pages: number;
                        }[];
                        /** Format: uuid */
                        dossier?: string;
                        fee: string;
                        procedure: string;
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amount: number;
                            fee: string;
                            /** Format: uuid */
                            orderId: string;
                            payAt: string | null;
                            proof: string | null;
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "open" | "paid" | "failed";
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
    "/payment-orders/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The gateway’s word, server to server, of what became of an order */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount: number;
                        proof: string;
                        /** @enum {string} */
                        state: "paid";
                    } | {
                        /** @enum {string} */
                        state: "failed";
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
                            /** @enum {string} */
                            state: "paid" | "failed";
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
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A gateway’s word, server to server, that a fee was paid online */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount: number;
                        fee: string;
                        payer: string;
                        procedure: string;
                        proof: string;
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            proof: string;
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
    "/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posted procedures in force on a day */
        get: {
            parameters: {
                query?: {
                    channel?: "desk" | "post" | "online";
                    field?: string;
                    level?: "ministry" | "province" | "district" | "commune";
                    limit?: string;
                    offset?: string;
                    on?: string;
                    q?: string;
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
                            /** Format: date */
                            on: string;
                            procedures: components["schemas"]["PostedLine"][];
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
    "/procedures/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public posting of one procedure */
        get: {
            parameters: {
                query?: {
                    channel?: "desk" | "post" | "online";
                    desk?: string;
                    on?: string;
                };
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
                        "application/json": components["schemas"]["PostedProcedure"];
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
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in one file, multipart/form-data, part `file`; it is its uploader’s until an application takes it */
        post: {
            parameters: {
                query?: never;
                header?: {
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Uploaded"];
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
    "/uploads/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of an upload: to its uploader until an application takes it, then to whoever may read that */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "image/heic": string;
                        "image/jpeg": string;
                        "image/png": string;
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
        AmendmentInput: {
            /** @default {} */
            components: {
                [key: string]: components["schemas"]["LodgedComponentInput"];
            };
            form?: {
                [key: string]: unknown;
            };
            handoverRecord?: string;
            /** @default {} */
            payments: {
                [key: string]: components["schemas"]["PaymentInput"];
            };
        };
        Application: {
            applicant: string | null;
            /** Format: uuid */
            applicationId: string;
            /** @enum {string} */
            channel: "desk" | "post" | "online";
            complete: boolean;
            components: {
                [key: string]: components["schemas"]["LodgedComponent"];
            };
            counts: {
                copies: number;
                pages: number;
            }[];
            defects: components["schemas"]["FieldError"][];
            form: {
                [key: string]: unknown;
            };
            owed: {
                amount: number | null;
                id: string;
                name: string;
            }[];
            paid: {
                [key: string]: number;
            };
            possibleDuplicates: string[];
            procedure: string;
            procedureName: string | null;
            procedureVersion: string;
            progress: {
                /** Format: date-time */
                at: string;
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
                seq: number;
                stage: {
                    id: string;
                    of: number;
                    place: number;
                } | null;
                /** @enum {string} */
                state: "submitted" | "completion-requested" | "not-accepted" | "withdrawn" | "accepted" | "in-progress" | "supplement-requested" | "obligation-requested" | "completed" | "returned" | "stopped";
            } | null;
            receivingDesk: string;
            reference: string | null;
            /** Format: date-time */
            submittedAt: string;
            uploads: {
                component: string;
                name: string;
                size: number;
                type: string;
                /** Format: uuid */
                uploadId: string;
            }[];
        };
        ApplicationOnPaper: {
            applicant: {
                address: string | null;
                email: string | null;
                name: string | null;
                phone: string | null;
            };
            /** Format: uuid */
            applicationId: string;
            fees: {
                amount: number;
                name: string;
                receipt: string | null;
            }[];
            papers: {
                certifiedCopies: number;
                component: string;
                copies: number;
                originals: number;
            }[];
            /** @enum {string} */
            returnBy: "desk" | "post" | "online";
        };
        ApplicationSummary: {
            applicant: string | null;
            /** Format: uuid */
            applicationId: string;
            brought: {
                [key: string]: string;
            };
            /** @enum {string} */
            channel: "desk" | "post" | "online";
            complete: boolean;
            feesOwed: string[];
            locality?: string;
            originals: string[];
            procedure: string;
            receivingDesk: string;
            /** @enum {string} */
            returnBy?: "desk" | "post" | "online";
            /** Format: date-time */
            submittedAt: string;
        };
        CompletenessCheck: {
            complete: boolean;
            defects: components["schemas"]["FieldError"][];
            procedureVersion: string;
        };
        Component: {
            certifiedCopies: number;
            condition?: string;
            copies: number;
            form?: string;
            id: string;
            name: string;
            originals: number;
            /** @default false */
            presentOnly: boolean;
            required: boolean;
        };
        Contact: {
            applicant: components["schemas"]["Reach"];
            representative: components["schemas"]["Reach"] | null;
        };
        Draft: {
            /** @default [] */
            counts: {
                copies: number;
                pages: number;
            }[];
            files: {
                [key: string]: {
                    name: string;
                    /** Format: uuid */
                    uploadId: string;
                }[];
            };
            form: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            keptUntil: string;
            receivingDesk: string | null;
            returnBy: string;
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        Due: {
            /** Format: date-time */
            at?: string;
            /** Format: date */
            on: string;
        };
        Fee: {
            amount: number;
            amountFrom?: {
                amount: number;
                page: number;
            };
            basis: string;
            cap?: number;
            channels: ("desk" | "post" | "online")[];
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @enum {string} */
            due: "acceptance" | "return";
            /** Format: date */
            from: string;
            id: string;
            name: string;
            /**
             * @default dossier
             * @enum {string}
             */
            per: "dossier" | "page" | "copy";
            to: string | null;
        };
        Feedback: {
            agency: string;
            /** @enum {string} */
            capacity: "handler" | "appoints";
            complainedOf: string[];
            contact: {
                [key: string]: string;
            } | null;
            dossierCode: string | null;
            dossierId: string | null;
            dues: components["schemas"]["FeedbackDues"];
            /** Format: uuid */
            feedbackId: string;
            giver: string | null;
            handler: string | null;
            lines: {
                /** Format: date-time */
                at: string;
                event: {
                    agency: string;
                    calendar?: string;
                    /** Format: uuid */
                    dossier?: string;
                    dues: components["schemas"]["FeedbackDues"];
                    /** @enum {string} */
                    matter?: "attitude" | "lateness" | "fees" | "papers" | "regulation" | "other";
                    procedure?: string;
                    /** @enum {string} */
                    register: "feedback" | "complaint" | "denunciation";
                    /** @constant */
                    type: "FeedbackReceived";
                } | {
                    /** @constant */
                    type: "FeedbackAppointed";
                } | {
                    /** @enum {string} */
                    ground: "outside-scope" | "no-content" | "wrong-authority" | "answered-before";
                    /** @enum {string} */
                    timeliness: "in-time" | "late" | "no-limit";
                    /** @constant */
                    type: "FeedbackRejected";
                } | {
                    /** @enum {string} */
                    timeliness: "in-time" | "late" | "no-limit";
                    /** @constant */
                    type: "FeedbackMoreAsked";
                } | {
                    dues: components["schemas"]["FeedbackDues"];
                    /** @constant */
                    type: "FeedbackMoreReceived";
                } | {
                    publishBy?: components["schemas"]["Due"];
                    /** @enum {string} */
                    timeliness: "in-time" | "late" | "no-limit";
                    /** @constant */
                    type: "FeedbackAnswered";
                    /** @enum {string} */
                    verdict: "substantiated" | "unfounded" | "accepted" | "not-accepted";
                } | {
                    /** @enum {string} */
                    timeliness: "in-time" | "late" | "no-limit";
                    /** @constant */
                    type: "FeedbackPublished";
                } | {
                    calendar: string;
                    dues: components["schemas"]["FeedbackDues"];
                    publishBy?: components["schemas"]["Due"];
                    /** @constant */
                    type: "FeedbackRecounted";
                } | {
                    agency: string;
                    due: components["schemas"]["Due"];
                    /** @enum {string} */
                    limit: "reject" | "ask-more" | "answer" | "publish";
                    /** @constant */
                    type: "FeedbackLimitMissed";
                };
                seq: number;
                words: string | null;
            }[];
            matter: ("attitude" | "lateness" | "fees" | "papers" | "regulation" | "other") | null;
            procedure: string | null;
            publishBy: components["schemas"]["Due"] | null;
            publishedText: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            register: "feedback" | "complaint" | "denunciation";
            /** @enum {string} */
            state: "received" | "in-hand" | "more-asked" | "answered" | "published" | "rejected";
            verdict: ("substantiated" | "unfounded" | "accepted" | "not-accepted") | null;
            words: string | null;
        };
        FeedbackActInput: {
            /** @default [] */
            complainedOf: string[];
            handler: string;
            /** @constant */
            type: "Appoint";
        } | {
            /** @enum {string} */
            ground: "outside-scope" | "no-content" | "wrong-authority" | "answered-before";
            /** @constant */
            type: "Reject";
            words: string;
        } | {
            /** @constant */
            type: "AskMore";
            words: string;
        } | {
            /** @constant */
            type: "Answer";
            /** @enum {string} */
            verdict: "substantiated" | "unfounded" | "accepted" | "not-accepted";
            words: string;
        } | {
            text: string;
            /** @constant */
            type: "Publish";
        };
        FeedbackDues: {
            answerBy?: components["schemas"]["Due"];
            askMoreBy?: components["schemas"]["Due"];
            rejectBy?: components["schemas"]["Due"];
        };
        FieldError: {
            code: string;
            en: string;
            pointer: string;
            vi: string;
        };
        FindingActInput: {
            /** @constant */
            type: "Remedy";
            words: string;
        } | {
            /** @constant */
            type: "Accept";
            words: string;
        } | {
            /** Format: date */
            remedyBy: string;
            /** @constant */
            type: "Reject";
            words: string;
        };
        GivenFeedbackInput: {
            agency: string;
            /** @default {} */
            contact: {
                address?: string;
                /** Format: email */
                email?: string;
                name?: string;
                phone?: string;
            };
            dossierCode?: string;
            /** @enum {string} */
            matter: "attitude" | "lateness" | "fees" | "papers" | "regulation" | "other";
            /** @default [] */
            officers: string[];
            procedure?: string;
            /**
             * @default feedback
             * @enum {string}
             */
            register: "feedback" | "complaint" | "denunciation";
            words: string;
        };
        GiverContact: {
            giver: components["schemas"]["Reach"];
            reference: string;
        };
        Limit: {
            amount: number;
            /** @enum {string} */
            unit: "working-day" | "day" | "month" | "working-hour" | "hour" | "same-day";
        };
        LimitVariant: {
            id: string;
            legalBasis: string;
            name: string;
            stage?: string;
            statutory: components["schemas"]["Limit"];
        };
        LodgedComponent: {
            /** @default 0 */
            certifiedCopies: number;
            /** @default 0 */
            copies: number;
            /** @default 0 */
            originals: number;
            /** @default [] */
            uploads: string[];
        };
        LodgedComponentInput: {
            /** @default 0 */
            certifiedCopies: number;
            /** @default 0 */
            copies: number;
            /** @default 0 */
            originals: number;
            /** @default [] */
            uploads: string[];
        };
        MyApplication: {
            /** Format: uuid */
            applicationId: string;
            /** @enum {string} */
            channel: "desk" | "post" | "online";
            complete: boolean;
            holder: {
                code: string;
                name: string | null;
            } | null;
            procedure: {
                code: string;
                name: string | null;
            };
            progress: {
                /** Format: date-time */
                at: string;
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
                seq: number;
                stage: {
                    id: string;
                    of: number;
                    place: number;
                } | null;
                /** @enum {string} */
                state: "submitted" | "completion-requested" | "not-accepted" | "withdrawn" | "accepted" | "in-progress" | "supplement-requested" | "obligation-requested" | "completed" | "returned" | "stopped";
            } | null;
            receivingDesk: {
                code: string;
                name: string | null;
            };
            reference: string | null;
            /** Format: date-time */
            submittedAt: string;
        };
        NewFindingInput: {
            agency: string;
            /** Format: uuid */
            dossierId?: string;
            /** @enum {string} */
            matter: "apology" | "lateness" | "supplement" | "posting" | "reception" | "records" | "other";
            /** Format: date */
            remedyBy: string;
            words: string;
        };
        OpenFeedback: {
            agency: string;
            dues: components["schemas"]["FeedbackDues"];
            /** Format: uuid */
            feedbackId: string;
            isMine: boolean;
            missed: string[];
            publishBy: components["schemas"]["Due"] | null;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            register: "feedback" | "complaint" | "denunciation";
            /** @enum {string} */
            state: "received" | "in-hand" | "more-asked" | "answered" | "published" | "rejected";
        };
        OwnFeedback: {
            agency: string;
            answer: {
                /** Format: date-time */
                at: string;
                verdict: ("substantiated" | "unfounded" | "accepted" | "not-accepted") | null;
                words: string;
            } | null;
            dues: components["schemas"]["FeedbackDues"];
            question: string | null;
            /** Format: date-time */
            receivedAt: string;
            reference: string;
            /** @enum {string} */
            register: "feedback" | "complaint" | "denunciation";
            /** @enum {string} */
            state: "received" | "in-hand" | "more-asked" | "answered" | "published" | "rejected";
        };
        PaymentInput: {
            amount: number;
            /** @enum {string} */
            by: "desk" | "post" | "online";
            proof: string;
        };
        PaymentOrder: {
            amount: number;
            fee: string;
            /** Format: uuid */
            orderId: string;
            proof: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "open" | "paid" | "failed";
        };
        PostedLine: {
            /** @default false */
            boundaryFree: boolean;
            channels: ("desk" | "post" | "online")[];
            code: string;
            field: {
                code: string;
                name: string;
            };
            name: string;
            online: {
                legacyLevel: number;
                /** @enum {string} */
                scope: "information" | "partial" | "full";
            };
            receivedAt: ("ministry" | "province" | "district" | "commune")[];
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            version: string;
        };
        PostedProcedure: {
            authority: {
                /** @enum {string} */
                function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
                id: string;
                /** @enum {string} */
                level: "ministry" | "province" | "district" | "commune";
                name: string;
                /** @default false */
                signs: boolean;
                statutory: components["schemas"]["Limit"];
                unit: {
                    code: string;
                    name: string;
                } | null;
            }[];
            /** @default false */
            boundaryFree: boolean;
            channels: ("desk" | "post" | "online")[];
            code: string;
            components: components["schemas"]["Component"][];
            /** @default [] */
            conditions: string[];
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            decision: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                number: string;
            };
            desks: {
                code: string;
                /** @enum {string} */
                level: "ministry" | "province" | "district" | "commune";
                name: string;
                sessions: [
                    string,
                    string
                ][];
            }[];
            fees: components["schemas"]["Fee"][];
            field: {
                code: string;
                name: string;
            };
            form: {
                schema: {
                    [key: string]: unknown;
                };
                ui: {
                    [key: string]: unknown;
                };
            };
            gaps?: string[];
            legalBasis: string[];
            limit: {
                committed?: components["schemas"]["Limit"];
                cutOff?: {
                    at: string;
                    legalBasis: string;
                };
                statutory: components["schemas"]["Limit"] | "sum-of-stages";
                /** @default [] */
                variants: components["schemas"]["LimitVariant"][];
            };
            name: string;
            note?: string;
            /** Format: date */
            on: string;
            online: {
                legacyLevel: number;
                /** @enum {string} */
                scope: "information" | "partial" | "full";
            };
            receivedAt: ("ministry" | "province" | "district" | "commune")[];
            result: {
                name: string;
                originals: number;
                parts?: {
                    /** @enum {string} */
                    confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                    id: string;
                    name: string;
                    of: string;
                    originals: number;
                }[];
                validity?: string;
            };
            sets: number;
            steps: string[];
            subject: ("citizen" | "business" | "household-business" | "organisation")[];
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            version: string;
            ways: string[];
        };
        Prefilled: {
            at: string;
            from: {
                /** Format: uuid */
                applicationId: string;
                code: string | null;
                procedure: string | null;
                /** Format: date-time */
                submittedAt: string;
            };
            value: string;
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
        PublishedFeedback: {
            agency: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            matter: "attitude" | "lateness" | "fees" | "papers" | "regulation" | "other";
            procedure: string | null;
            text: string;
            verdict: ("substantiated" | "unfounded" | "accepted" | "not-accepted") | null;
        };
        Reach: {
            account: string | null;
            consent: {
                email: boolean | null;
                sms: boolean | null;
                zalo: boolean | null;
            };
            email: string | null;
            /** @enum {string} */
            language: "vi" | "en";
            name: string | null;
            phone: string | null;
        };
        SavedDraft: {
            /** Format: date-time */
            keptUntil: string;
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        SubmissionInput: {
            applicant?: string & (unknown & unknown);
            /** @enum {string} */
            channel: "desk" | "post" | "online";
            /** Format: uuid */
            collected?: string;
            /** @default {} */
            components: {
                [key: string]: components["schemas"]["LodgedComponentInput"];
            };
            /** @default [] */
            counts: {
                copies: number;
                pages: number;
            }[];
            form: {
                [key: string]: unknown;
            };
            /** @default {} */
            payments: {
                [key: string]: components["schemas"]["PaymentInput"];
            };
            place?: string;
            procedure: string;
            receivingDesk: string;
            /**
             * @default desk
             * @enum {string}
             */
            returnBy: "desk" | "post" | "online";
        };
        Submitted: {
            /** Format: uuid */
            applicationId: string;
            checkedFrom: string | null;
            defects: components["schemas"]["FieldError"][];
            incomplete: boolean;
            possibleDuplicates: string[];
            procedureVersion: string;
            reference: string | null;
            /** Format: date-time */
            submittedAt: string;
        };
        Uploaded: {
            sha256: string;
            size: number;
            type: string;
            /** Format: uuid */
            uploadId: string;
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

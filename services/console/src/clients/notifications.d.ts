// Written by `npm run clients` from the service's OpenAPI document; a test compares them.
export interface paths {
    "/call-backs/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A gateway reports a delivery; signed, and answered alike however often it comes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: "sms" | "zalo";
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
                            /** @enum {boolean} */
                            ok: true;
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
    "/dossiers/{dossierId}/control-sheet.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The control sheet (phiếu kiểm soát) of a dossier: every handover from both sides, as the record has it now */
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
                /** @description The sheet */
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
    "/dossiers/{dossierId}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letters of a dossier, in the order of its record; the applicant is shown those that are issued */
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
                        "application/json": {
                            letters: components["schemas"]["Letter"][];
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
    "/dossiers/{dossierId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every message about a dossier with each attempt, as proof that people were told */
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
                        "application/json": {
                            messages: {
                                attempts: {
                                    at: string;
                                    outcome: string;
                                    what: string;
                                    why: string | null;
                                }[];
                                /** @enum {string} */
                                channel: "email" | "sms" | "zalo" | "in-app";
                                /** Format: uuid */
                                messageId: string;
                                queuedAt: string;
                                recipient: string;
                                state: string;
                                /** @enum {string} */
                                template: "application-received" | "accepted" | "not-accepted" | "completion-requested" | "completion-received" | "application-withdrawn" | "handed-over" | "supplement-requested" | "supplement-received" | "obligation-requested" | "obligation-paid" | "due-date-moved" | "approval-deemed" | "result-ready" | "re-appointed" | "withdrawal-requested" | "stopped" | "returned" | "part-returned" | "return-chosen" | "dispatched" | "invitation" | "undelivered" | "result-lost" | "result-reissued" | "apology" | "error-corrected" | "agency-succeeded" | "uncollected" | "supplement-lapses" | "obligation-lapses" | "parcel-found" | "compensation" | "complaint-received" | "complaint-answered" | "feedback-rejected" | "feedback-more-asked" | "feedback-answered" | "work-offered" | "work-returned" | "work-assigned" | "opinion-asked" | "opinion-given" | "opinion-late" | "supplement-proposed" | "signature-asked" | "result-to-return" | "post-to-collect" | "withdrawal-to-decide" | "alarm" | "parcel-overdue" | "incident" | "feedback-given" | "feedback-late" | "assigned" | "papers-lost" | "return-withdrawn";
                                why: string | null;
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
    "/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters that could not be set and wait for somebody, oldest first: of the caller’s desks, or all for operations */
        get: {
            parameters: {
                query: {
                    state: "failed";
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
                            letters: components["schemas"]["Letter"][];
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
    "/letters/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter as it was signed and stored (PDF/A) */
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
                /** @description The letter */
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
    "/letters/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a failed letter anew, from the record and the application as they are now; its number stays */
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
                    "application/json": Record<string, never>;
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
                        "application/json": components["schemas"]["Letter"];
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
    "/letters/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the signature of a letter is worth */
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
                        "application/json": components["schemas"]["VerifiedSignature"];
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
    "/messages/{id}/another-channel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send what did not arrive on another channel; once for each message */
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
                    "application/json": {
                        /** @enum {string} */
                        channel: "email" | "sms" | "zalo" | "in-app";
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
                            /** Format: uuid */
                            messageId: string;
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
    "/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a message as read by the caller */
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
                            /** @enum {boolean} */
                            isRead: true;
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
    "/messages/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to the caller, to an officer those of his mandates too, newest first */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    dossier?: string;
                    language?: "vi" | "en";
                    limit?: number;
                    unread?: string;
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
                            messages: components["schemas"]["InboxMessage"][];
                            next: string | null;
                            unread: number;
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
    "/messages/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What did not arrive and nobody has looked after yet, of the desks and agencies of the caller, oldest first; with the first page who cannot be reached at all */
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
                            messages: components["schemas"]["Undelivered"][];
                            next: string | null;
                            unreachable: components["schemas"]["Unreachable"][];
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
        /** Tell every line about letters again, after Kafka was wiped */
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
    "/operations/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an undelivered message again: on its own channel if no provider took it, else on another; dry, only tries whether it can be */
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
                        /** @enum {string} */
                        channel: "email" | "sms" | "zalo" | "in-app";
                        dry: boolean;
                        /** Format: uuid */
                        message: string;
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
                            messageId: string | null;
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
    "/papers/{kind}/preview.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form as it would be issued today under a rule set, with made-up content and marked as a sample on each page */
        get: {
            parameters: {
                query?: {
                    ruleSet?: "ND61_2018" | "ND61_2018+ND107_2021" | "ND118_2025";
                };
                header?: never;
                path: {
                    kind: "receipt-slip" | "supplement-request" | "refusal-notice" | "apology-letter" | "error-apology" | "stop-notice" | "control-slip" | "dossier-register";
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
                /** @description The sample */
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
    "/registers/{organisation}/{year}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register (sổ theo dõi hồ sơ) of a desk and year as a book for print; from a line on, a thousand lines */
        get: {
            parameters: {
                query?: {
                    from?: number;
                };
                header?: never;
                path: {
                    organisation: string;
                    year: number;
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
                /** @description The book */
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
    "/registers/{organisation}/{year}.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of a desk and year as a spreadsheet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                    year: number;
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
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates of messages, and which of them are for citizens */
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
                            templates: {
                                forCitizens: boolean;
                                /** @enum {string} */
                                id: "application-received" | "accepted" | "not-accepted" | "completion-requested" | "completion-received" | "application-withdrawn" | "handed-over" | "supplement-requested" | "supplement-received" | "obligation-requested" | "obligation-paid" | "due-date-moved" | "approval-deemed" | "result-ready" | "re-appointed" | "withdrawal-requested" | "stopped" | "returned" | "part-returned" | "return-chosen" | "dispatched" | "invitation" | "undelivered" | "result-lost" | "result-reissued" | "apology" | "error-corrected" | "agency-succeeded" | "uncollected" | "supplement-lapses" | "obligation-lapses" | "parcel-found" | "compensation" | "complaint-received" | "complaint-answered" | "feedback-rejected" | "feedback-more-asked" | "feedback-answered" | "work-offered" | "work-returned" | "work-assigned" | "opinion-asked" | "opinion-given" | "opinion-late" | "supplement-proposed" | "signature-asked" | "result-to-return" | "post-to-collect" | "withdrawal-to-decide" | "alarm" | "parcel-overdue" | "incident" | "feedback-given" | "feedback-late" | "assigned" | "papers-lost" | "return-withdrawn";
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
    "/templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a template says with sample words, on every channel */
        get: {
            parameters: {
                query?: {
                    language?: "vi" | "en";
                };
                header?: never;
                path: {
                    id: "application-received" | "accepted" | "not-accepted" | "completion-requested" | "completion-received" | "application-withdrawn" | "handed-over" | "supplement-requested" | "supplement-received" | "obligation-requested" | "obligation-paid" | "due-date-moved" | "approval-deemed" | "result-ready" | "re-appointed" | "withdrawal-requested" | "stopped" | "returned" | "part-returned" | "return-chosen" | "dispatched" | "invitation" | "undelivered" | "result-lost" | "result-reissued" | "apology" | "error-corrected" | "agency-succeeded" | "uncollected" | "supplement-lapses" | "obligation-lapses" | "parcel-found" | "compensation" | "complaint-received" | "complaint-answered" | "feedback-rejected" | "feedback-more-asked" | "feedback-answered" | "work-offered" | "work-returned" | "work-assigned" | "opinion-asked" | "opinion-given" | "opinion-late" | "supplement-proposed" | "signature-asked" | "result-to-return" | "post-to-collect" | "withdrawal-to-decide" | "alarm" | "parcel-overdue" | "incident" | "feedback-given" | "feedback-late" | "assigned" | "papers-lost" | "return-withdrawn";
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
                            html: string | null;
                            short: string;
                            sms: string;
                            subject: string;
                            text: string | null;
                            zalo: {
                                parameters: {
                                    [key: string]: string;
                                };
                                template: string;
                            };
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
        FieldError: {
            code: string;
            en: string;
            pointer: string;
            vi: string;
        };
        InboxMessage: {
            at: string;
            /** Format: uuid */
            dossierId: string;
            isRead: boolean;
            /** Format: uuid */
            messageId: string;
            subject: string;
            /** @enum {string} */
            template: "application-received" | "accepted" | "not-accepted" | "completion-requested" | "completion-received" | "application-withdrawn" | "handed-over" | "supplement-requested" | "supplement-received" | "obligation-requested" | "obligation-paid" | "due-date-moved" | "approval-deemed" | "result-ready" | "re-appointed" | "withdrawal-requested" | "stopped" | "returned" | "part-returned" | "return-chosen" | "dispatched" | "invitation" | "undelivered" | "result-lost" | "result-reissued" | "apology" | "error-corrected" | "agency-succeeded" | "uncollected" | "supplement-lapses" | "obligation-lapses" | "parcel-found" | "compensation" | "complaint-received" | "complaint-answered" | "feedback-rejected" | "feedback-more-asked" | "feedback-answered" | "work-offered" | "work-returned" | "work-assigned" | "opinion-asked" | "opinion-given" | "opinion-late" | "supplement-proposed" | "signature-asked" | "result-to-return" | "post-to-collect" | "withdrawal-to-decide" | "alarm" | "parcel-overdue" | "incident" | "feedback-given" | "feedback-late" | "assigned" | "papers-lost" | "return-withdrawn";
            text: string;
            urgency: string;
        };
        Letter: {
            at: string;
            /** Format: uuid */
            dossierId: string;
            form: string | null;
            /** Format: uuid */
            id: string;
            issuedAt: string | null;
            /** @enum {string} */
            kind: "receipt" | "supplement" | "refusal" | "apology" | "stop-notice" | "control-sheet" | "loss-apology";
            number: string;
            of: number;
            pages: number | null;
            problem: {
                code: string;
                en: string;
                vi: string;
            } | null;
            sha256: string | null;
            /** @enum {string} */
            state: "drafted" | "awaiting-signature" | "issued" | "failed";
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
        Undelivered: {
            attempts: number;
            /** @enum {string} */
            channel: "email" | "sms" | "zalo" | "in-app";
            code: string | null;
            /** Format: uuid */
            dossierId: string;
            /** Format: uuid */
            messageId: string;
            queuedAt: string;
            recipient: string;
            state: string;
            /** @enum {string} */
            template: "application-received" | "accepted" | "not-accepted" | "completion-requested" | "completion-received" | "application-withdrawn" | "handed-over" | "supplement-requested" | "supplement-received" | "obligation-requested" | "obligation-paid" | "due-date-moved" | "approval-deemed" | "result-ready" | "re-appointed" | "withdrawal-requested" | "stopped" | "returned" | "part-returned" | "return-chosen" | "dispatched" | "invitation" | "undelivered" | "result-lost" | "result-reissued" | "apology" | "error-corrected" | "agency-succeeded" | "uncollected" | "supplement-lapses" | "obligation-lapses" | "parcel-found" | "compensation" | "complaint-received" | "complaint-answered" | "feedback-rejected" | "feedback-more-asked" | "feedback-answered" | "work-offered" | "work-returned" | "work-assigned" | "opinion-asked" | "opinion-given" | "opinion-late" | "supplement-proposed" | "signature-asked" | "result-to-return" | "post-to-collect" | "withdrawal-to-decide" | "alarm" | "parcel-overdue" | "incident" | "feedback-given" | "feedback-late" | "assigned" | "papers-lost" | "return-withdrawn";
            used: ("email" | "sms" | "zalo" | "in-app")[];
            why: string | null;
        };
        Unreachable: {
            code: string | null;
            /** Format: uuid */
            dossierId: string;
            notices: number;
            recipient: string;
            since: string;
        };
        VerifiedSignature: {
            /** @constant */
            is: "unsigned";
        } | {
            at: string | null;
            coversWholeFile: boolean;
            intact: boolean;
            /** @constant */
            is: "signed";
            signedBy: {
                name: string | null;
                organisation: string | null;
                title: string | null;
            };
            trusted: boolean;
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

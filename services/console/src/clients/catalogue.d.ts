// Written by `npm run clients` from the service's OpenAPI document; a test compares them.
export interface paths {
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar versions and the years they hold, in the order they were published: the last one counts */
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
                            calendars: components["schemas"]["ListedCalendar"][];
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
    "/calendars/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version in full */
        get: {
            parameters: {
                query?: never;
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
                        "application/json": components["schemas"]["CalendarVersion"];
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
    "/calendars/proposal/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A year as law and lunar calendar give it, for a person to check: it announces nothing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YearProposal"];
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
    "/life-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events in life, each with the procedures people look for then */
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
                            events: components["schemas"]["LifeEvent"][];
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
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices; drafts too for those who may write them */
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
                            notices: components["schemas"]["ListedNotice"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Draft a notice, or change a draft: with If-Match, the one the caller saw */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one change, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The revision the caller saw; 409 if it moved on */
                    "if-match"?: string;
                };
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
                        "application/json": components["schemas"]["NoticeWritten"];
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
    "/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice in full */
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
                        "application/json": components["schemas"]["NoticeDetail"];
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
    "/notices/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a draft would change, published today, and what stands against it; of a published one what it did */
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
                        "application/json": components["schemas"]["NoticePreview"];
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
    "/notices/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft: it makes the next calendar version, told once, or is refused with all that stands against it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one change, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The revision the caller saw; 409 if it moved on */
                    "if-match"?: string;
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
                        "application/json": components["schemas"]["NoticeWritten"];
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
    "/officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Officers; by organisation, role, and the day on which the mandate counts */
        get: {
            parameters: {
                query?: {
                    on?: string;
                    organisation?: string;
                    role?: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
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
                            officers: components["schemas"]["Officer"][];
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
    "/officers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One officer */
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
                        "application/json": components["schemas"]["OfficerDetail"];
                    };
                };
            };
        };
        /** Write an officer’s account: mandates begin and end by their days */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one change, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The revision the caller saw; 409 if it moved on */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OfficerInput"];
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
                        "application/json": components["schemas"]["Written"];
                    };
                };
            };
        };
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
        /** Tell every published row again, after Kafka was wiped */
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
                            rows: number;
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
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations; with `on`, those in force on that day */
        get: {
            parameters: {
                query?: {
                    function?: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
                    level?: "ministry" | "province" | "district" | "commune";
                    on?: string;
                    parent?: string;
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
                            organisations: components["schemas"]["Organisation"][];
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
    "/organisations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
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
                        "application/json": components["schemas"]["OrganisationDetail"];
                    };
                };
            };
        };
        /** Write an organisation: a new one, a new name, its end and its successors */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one change, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The revision the caller saw; 409 if it moved on */
                    "if-match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganisationInput"];
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
                        "application/json": components["schemas"]["Written"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{code}/successors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who does its work on a day; of several the one at an address, if one is given */
        get: {
            parameters: {
                query?: {
                    address?: string;
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
                        "application/json": {
                            successor: string | null;
                            successors: string[];
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
    "/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published procedure versions, with `on` those in force on that day; or drafts, for those who may write them */
        get: {
            parameters: {
                query?: {
                    channel?: "desk" | "post" | "online";
                    code?: string;
                    field?: string;
                    level?: "ministry" | "province" | "district" | "commune";
                    on?: string;
                    state?: "draft" | "published";
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
                            procedures: components["schemas"]["PostedProcedure"][];
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
    "/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version in full */
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
                        "application/json": components["schemas"]["ProcedureDetail"];
                    };
                };
            };
        };
        /** Draft a version. A published one is refused: it never changes */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one change, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The revision the caller saw; 409 if it moved on */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProcedureVersionInput"];
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
                        "application/json": components["schemas"]["Written"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft, or be told everything that stands against it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Required: one key for one change, however often it is sent */
                    "idempotency-key"?: string;
                    /** @description The revision the caller saw; 409 if it moved on */
                    "if-match"?: string;
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
                        "application/json": components["schemas"]["Written"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Branch: {
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            id: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            name: string;
            statutory: components["schemas"]["Limit"];
        };
        BranchInput: {
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            id: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            name: string;
            statutory: components["schemas"]["LimitInput"];
        };
        CalendarDifference: {
            announced: number[];
            offAdded: {
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
            offRemoved: {
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
            workedAdded: {
                /** @enum {string} */
                confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                /** Format: date */
                day: string;
                /** Format: date */
                knownSince?: string;
                name: string;
                notice: string;
            }[];
            workedRemoved: {
                /** @enum {string} */
                confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                /** Format: date */
                day: string;
                /** Format: date */
                knownSince?: string;
                name: string;
                notice: string;
            }[];
        };
        CalendarNotice: {
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
            layer: components["schemas"]["NoticeLayer"];
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
        CalendarVersion: {
            cause: string;
            notices?: components["schemas"]["CalendarNotice"][];
            /** Format: date */
            publishedOn: string;
            version: string;
            years: components["schemas"]["CalendarYear"][];
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
        ComponentInput: {
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
        FeeInput: {
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
        FieldError: {
            code: string;
            en: string;
            pointer: string;
            vi: string;
        };
        LifeEvent: {
            code: string;
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            name: {
                en: string;
                vi: string;
            };
            procedures: string[];
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
        LimitVariant: {
            id: string;
            legalBasis: string;
            name: string;
            stage?: string;
            statutory: components["schemas"]["Limit"];
        };
        LimitVariantInput: {
            id: string;
            legalBasis: string;
            name: string;
            stage?: string;
            statutory: components["schemas"]["LimitInput"];
        };
        ListedCalendar: {
            cause: string;
            /** Format: date */
            publishedOn: string;
            version: string;
            years: number[];
        };
        ListedNotice: {
            about: string;
            document: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                number: string;
            };
            id: string;
            knownSince: string | null;
            layer: components["schemas"]["NoticeLayer"];
            revision: number;
            /** @enum {string} */
            state: "draft" | "published";
        };
        Mandate: {
            /** Format: date */
            from: string;
            organisation: string;
            /** @enum {string} */
            role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
            to: string | null;
        };
        MandateInput: {
            /** Format: date */
            from: string;
            organisation: string;
            /** @enum {string} */
            role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
            to: string | null;
        };
        NoticeDetail: {
            calendar: string | null;
            notice: components["schemas"]["CalendarNotice"];
            revision: number;
            /** @enum {string} */
            state: "draft" | "published";
        };
        NoticeLayer: {
            /** @constant */
            is: "nation";
        } | {
            /** @constant */
            is: "province";
            province: string;
        };
        NoticeLayerInput: {
            /** @constant */
            is: "nation";
        } | {
            /** @constant */
            is: "province";
            province: string;
        };
        NoticePreview: {
            after: string;
            before: string;
            difference: components["schemas"]["CalendarDifference"];
            problems: components["schemas"]["FieldError"][];
        };
        NoticeWritten: {
            calendar: string | null;
            key: string;
            revision: number;
            /** @enum {string} */
            state: "draft" | "published";
        };
        OfficeException: {
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** Format: date */
            day: string;
            document: string;
            knownSince: string | null;
            sessions: [
                string,
                string
            ][];
        };
        OfficeExceptionInput: {
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** Format: date */
            day: string;
            document: string;
            knownSince: string | null;
            sessions: [
                string,
                string
            ][];
        };
        Officer: {
            id: string;
            mandates: components["schemas"]["Mandate"][];
            title: string;
        };
        OfficerDetail: {
            officer: components["schemas"]["Officer"];
            revision: number;
        };
        OfficerInput: {
            id: string;
            mandates: components["schemas"]["MandateInput"][];
            title: string;
        };
        Organisation: {
            alsoFor?: ("peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post")[];
            code: string;
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            exceptions?: components["schemas"]["OfficeException"][];
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            mintsAs?: string;
            name: string;
            parent: string | null;
            phone?: string;
            serves?: string[];
            sessions: [
                string,
                string
            ][];
            source?: string;
            /** @default [] */
            successors: string[];
            /** Format: date */
            validFrom: string;
            validTo: string | null;
        };
        OrganisationDetail: {
            organisation: components["schemas"]["Organisation"];
            revision: number;
        };
        OrganisationInput: {
            alsoFor?: ("peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post")[];
            code: string;
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            exceptions?: components["schemas"]["OfficeExceptionInput"][];
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            mintsAs?: string;
            name: string;
            parent: string | null;
            phone?: string;
            serves?: string[];
            sessions: [
                string,
                string
            ][];
            source?: string;
            /** @default [] */
            successors: string[];
            /** Format: date */
            validFrom: string;
            validTo: string | null;
        };
        PlannedConsultation: {
            chosen?: boolean;
            /** @enum {string} */
            confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            id: string;
            legalBasis?: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            limit: components["schemas"]["Limit"];
            name: string;
            /** @enum {string} */
            silence: "none" | "deemed-consent";
        };
        PlannedConsultationInput: {
            chosen?: boolean;
            /** @enum {string} */
            confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            id: string;
            legalBasis?: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            limit: components["schemas"]["LimitInput"];
            name: string;
            /** @enum {string} */
            silence: "none" | "deemed-consent";
        };
        PostedProcedure: {
            channels: ("desk" | "post" | "online")[];
            code: string;
            decision: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                number: string;
            };
            fees: components["schemas"]["Fee"][];
            field: {
                code: string;
                name: string;
            };
            id: string;
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
            /** Format: date */
            validFrom: string;
            validTo: string | null;
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
        ProcedureDetail: {
            revision: number;
            /** @enum {string} */
            state: "draft" | "published";
            version: components["schemas"]["ProcedureVersion"];
        };
        ProcedureVersion: {
            /** @default false */
            boundaryFree: boolean;
            channels: ("desk" | "post" | "online")[];
            code: string;
            components: components["schemas"]["Component"][];
            /** @default [] */
            conditions: string[];
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @default [] */
            consultations: components["schemas"]["PlannedConsultation"][];
            decision: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                number: string;
            };
            /** @default false */
            deskSettles: boolean;
            fees: components["schemas"]["Fee"][];
            field: {
                code: string;
                name: string;
            };
            financialObligation?: {
                /**
                 * @default notice
                 * @enum {string}
                 */
                from: "notice" | "sent-to-tax";
                legalBasis: string;
                pausesClock: boolean;
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
            id: string;
            intakeCheck?: components["schemas"]["Limit"];
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
            online: {
                legacyLevel: number;
                /** @enum {string} */
                scope: "information" | "partial" | "full";
            };
            /** @default false */
            receiptOnRequest: boolean;
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
            route: components["schemas"]["Stage"][];
            sets: number;
            silence?: {
                after: components["schemas"]["Limit"];
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                /** @constant */
                effect: "deemed-approval";
                legalBasis: string;
            };
            steps: string[];
            subject: ("citizen" | "business" | "household-business" | "organisation")[];
            supplement?: {
                authorityLimit?: components["schemas"]["Limit"];
                citizenWindow?: components["schemas"]["Limit"];
                /** @enum {string} */
                clock?: "restart" | "resume";
                legalBasis: string;
            };
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            ways: string[];
        };
        ProcedureVersionInput: {
            /** @default false */
            boundaryFree: boolean;
            channels: ("desk" | "post" | "online")[];
            code: string;
            components: components["schemas"]["ComponentInput"][];
            /** @default [] */
            conditions: string[];
            /** @enum {string} */
            confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @default [] */
            consultations: components["schemas"]["PlannedConsultationInput"][];
            decision: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                number: string;
            };
            /** @default false */
            deskSettles: boolean;
            fees: components["schemas"]["FeeInput"][];
            field: {
                code: string;
                name: string;
            };
            financialObligation?: {
                /**
                 * @default notice
                 * @enum {string}
                 */
                from: "notice" | "sent-to-tax";
                legalBasis: string;
                pausesClock: boolean;
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
            id: string;
            intakeCheck?: components["schemas"]["LimitInput"];
            legalBasis: string[];
            limit: {
                committed?: components["schemas"]["LimitInput"];
                cutOff?: {
                    at: string;
                    legalBasis: string;
                };
                statutory: components["schemas"]["LimitInput"] | "sum-of-stages";
                /** @default [] */
                variants: components["schemas"]["LimitVariantInput"][];
            };
            name: string;
            note?: string;
            online: {
                legacyLevel: number;
                /** @enum {string} */
                scope: "information" | "partial" | "full";
            };
            /** @default false */
            receiptOnRequest: boolean;
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
            route: components["schemas"]["StageInput"][];
            sets: number;
            silence?: {
                after: components["schemas"]["LimitInput"];
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                /** @constant */
                effect: "deemed-approval";
                legalBasis: string;
            };
            steps: string[];
            subject: ("citizen" | "business" | "household-business" | "organisation")[];
            supplement?: {
                authorityLimit?: components["schemas"]["LimitInput"];
                citizenWindow?: components["schemas"]["LimitInput"];
                /** @enum {string} */
                clock?: "restart" | "resume";
                legalBasis: string;
            };
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            ways: string[];
        };
        Stage: {
            /** @default [] */
            branches: components["schemas"]["Branch"][];
            committed?: components["schemas"]["Limit"];
            /** @enum {string} */
            confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            id: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            name: string;
            posting?: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                legalBasis: string;
                limit: components["schemas"]["Limit"];
            };
            /** @enum {string} */
            role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
            /** @default false */
            signs: boolean;
            statutory: components["schemas"]["Limit"];
        };
        StageInput: {
            /** @default [] */
            branches: components["schemas"]["BranchInput"][];
            committed?: components["schemas"]["LimitInput"];
            /** @enum {string} */
            confidence?: "F" | "F2" | "D" | "K" | "GAP" | "fx";
            /** @enum {string} */
            function: "peoples-committee" | "desk" | "office" | "justice" | "labour" | "environment" | "construction" | "finance" | "home-affairs" | "culture" | "land-office" | "tax" | "social-insurance" | "police" | "fire-police" | "forestry" | "health" | "post";
            id: string;
            /** @enum {string} */
            level: "ministry" | "province" | "district" | "commune";
            name: string;
            posting?: {
                /** @enum {string} */
                confidence: "F" | "F2" | "D" | "K" | "GAP" | "fx";
                legalBasis: string;
                limit: components["schemas"]["LimitInput"];
            };
            /** @enum {string} */
            role: "intake-officer" | "one-stop-head" | "case-officer" | "unit-head" | "signatory" | "records-clerk" | "fee-collector" | "postal-worker" | "consulted-officer" | "tax-officer" | "procedure-control" | "inspector" | "system-admin";
            /** @default false */
            signs: boolean;
            statutory: components["schemas"]["LimitInput"];
        };
        Written: {
            key: string;
            revision: number;
            /** @enum {string} */
            state: "draft" | "published";
        };
        YearProposal: {
            announced: boolean;
            choices: {
                basis: string;
                name: string;
                options: {
                    adds: {
                        /** Format: date */
                        day: string;
                        name: string;
                        /** @enum {string} */
                        why: "holiday" | "compensation" | "swap";
                    }[];
                    /** Format: date */
                    holiday: string;
                }[];
            }[];
            days: {
                basis: string;
                /** Format: date */
                day: string;
                name: string;
                reason: string;
                /** @enum {string} */
                why: "holiday" | "compensation" | "swap";
            }[];
            /** @constant */
            toBeChecked: true;
            year: number;
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

// Made from sync-server/openapi.json; UPDATE=1 npx vitest run tests/contract.test.ts writes it anew.
export interface paths {
    "/console/api/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Announcements. */
        get: operations["ConsoleAnnouncements"];
        put?: never;
        /** Tell every centre something. */
        post: operations["ConsoleAnnounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/audit/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lines of the audit, the newest first. */
        post: operations["ConsoleAuditSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compute the audit's chain anew. */
        get: operations["ConsoleAuditVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A candidate with findings and history. */
        get: operations["ConsoleCandidate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/candidates/{id}/photograph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A candidate's photograph. */
        get: operations["ConsolePhotograph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/candidates/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Candidates by parts of a name, by index number, by the number of a paper. */
        post: operations["ConsoleSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case, side by side. */
        get: operations["ConsoleCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/cases/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim a case. */
        post: operations["ConsoleClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/cases/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a case, with a reason. */
        post: operations["ConsoleDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/cases/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let go of a case. */
        post: operations["ConsoleRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/cases/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a decision back while nobody acted on it. */
        post: operations["ConsoleUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Centres of the scope. */
        get: operations["ConsoleCentres"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/centres/{centre}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A centre with its roll. */
        get: operations["ConsoleCentre"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/centres/{centre}/life": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A centre's life. */
        get: operations["ConsoleLife"];
        put?: never;
        /** Note an event of a centre's life. */
        post: operations["ConsoleHappens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/centres/{centre}/roll.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nominal roll of a centre. */
        get: operations["ConsoleRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/centres/{centre}/sub-county": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List a centre in a sub-county. */
        post: operations["ConsoleSubCounty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/circulars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Circulars. */
        get: operations["ConsoleCirculars"];
        put?: never;
        /** Sign a circular and give it to every desk. */
        post: operations["ConsoleCircular"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/circulars/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a circular reads, without issuing it. */
        post: operations["ConsoleCircularCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a code for a device to enrol. */
        post: operations["ConsoleCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices of the scope. */
        get: operations["ConsoleDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/devices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a device. */
        post: operations["ConsoleRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stream of what changes. */
        get: operations["ConsoleEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A file for the council's other systems. */
        post: operations["ConsoleExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own second factors. */
        get: operations["ConsoleFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/factors/passkey/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up a passkey. */
        post: operations["ConsolePasskeyBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/factors/passkey/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the passkey that was set up. */
        post: operations["ConsolePasskeyFinish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/factors/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget one of one's own second factors. */
        post: operations["ConsoleFactorRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/factors/totp/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up an authenticator. */
        post: operations["ConsoleTotpBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/factors/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the authenticator that was set up. */
        post: operations["ConsoleTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/kcpe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results of the primary examination that were imported. */
        get: operations["ConsoleKcpe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/kcpe/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare entries with the results. */
        post: operations["ConsoleKcpeCompare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/kcpe/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import results of a year. */
        post: operations["ConsoleKcpeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock the session. */
        post: operations["ConsoleLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a browser's session with a password. */
        post: operations["ConsoleLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session. */
        post: operations["ConsoleLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The overview: all parts as tables. */
        get: operations["ConsoleOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/overview/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of the overview, as a table or a file. */
        get: operations["ConsolePart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a passkey's answer, as the second factor or to unlock. */
        post: operations["ConsolePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/passkey/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a passkey is to answer. */
        post: operations["ConsolePasskeyChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the present one. */
        post: operations["ConsolePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the queues stand. */
        get: operations["ConsoleQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases of a queue. */
        get: operations["ConsoleQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/queues/{queue}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim the next case of a queue. */
        post: operations["ConsoleNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the code of the second factor. */
        post: operations["ConsoleSecond"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the browser's session stands. */
        get: operations["ConsoleSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sessions. */
        get: operations["ConsoleSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End one of one's own sessions. */
        post: operations["ConsoleEndSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock the session with the password. */
        post: operations["ConsoleUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users. */
        get: operations["ConsoleUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/users/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a user; answers the code by which they set their password. */
        post: operations["ConsoleUserAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/users/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a user sign in no more. */
        post: operations["ConsoleUserDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/users/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget a user's second factor. */
        post: operations["ConsoleUserFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/api/users/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a code by which a user sets a new password. */
        post: operations["ConsoleUserReset"];
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
        Announcement: {
            at: components["schemas"]["Moment"];
            by: string;
            n: number;
            text_en: string;
            text_sw: string;
            until: components["schemas"]["Moment"];
            year: number;
        };
        AuditLine: {
            about: string;
            at: components["schemas"]["Moment"];
            hash: string;
            n: number;
            what: string;
            who: string;
        };
        Candidate: {
            cases: components["schemas"]["CaseRow"][];
            centre_name: string | null;
            conflicts: {
                field: string;
                values: string[];
            }[];
            elsewhere: components["schemas"]["CandidateRow"][];
            findings: components["schemas"]["Finding"][];
            held: {
                actor: string;
                at: components["schemas"]["Moment"];
                kind: string;
                why: string;
            }[];
            history: components["schemas"]["Line"][];
            id: components["schemas"]["Id"];
            notices: {
                case: string;
                says: {
                    by: string;
                    decision: string;
                    differences?: {
                        entered: string;
                        field: string;
                        result: string;
                    }[];
                    keep?: boolean;
                    kept?: string;
                    queue: string;
                    reason: string;
                };
            }[];
            register: components["schemas"]["RegisterName"];
            short: components["schemas"]["CandidateRow"];
            values: {
                [key: string]: string;
            };
        };
        CandidateRow: {
            birth_year: string;
            centre: components["schemas"]["CentreCode"] | null;
            entry_code: string;
            errors: number;
            fee: number;
            gender: string;
            id: components["schemas"]["Id"];
            marks: ("conflict" | "held")[];
            name: string;
            number: string;
            photograph: boolean;
            state: string;
            year: number | null;
        };
        Case: {
            at: components["schemas"]["Moment"];
            centres: components["schemas"]["CentreCode"][];
            claimed_by: string;
            claimed_until: components["schemas"]["Moment"];
            decided_at: components["schemas"]["Moment"];
            decided_by: string;
            decision: {
                decision: string;
                ends: (string | number)[][];
                reason: string;
            } | null;
            decisions: string[];
            differs: string[];
            etag: string;
            evidence: components["schemas"]["Evidence"];
            history: components["schemas"]["Happened"][];
            id: components["schemas"]["Id"];
            kind: string;
            members: components["schemas"]["CaseMember"][];
            /** @enum {string} */
            queue: "duplicate" | "conflict" | "fork" | "late" | "amendment" | "transfer" | "returned" | "kcpe" | "centre";
            reasons: components["schemas"]["Reason"][];
            score: number;
            /** @enum {string} */
            state: "open" | "decided" | "gone";
            undoable: boolean;
        };
        CaseMember: {
            candidate?: components["schemas"]["Id"];
            centre_name?: string | null;
            findings?: components["schemas"]["Finding"][];
            history?: components["schemas"]["Line"][];
            photograph?: boolean;
            register: components["schemas"]["RegisterName"];
            slip?: string;
            values?: {
                [key: string]: string;
            };
        };
        CaseRow: {
            at: components["schemas"]["Moment"];
            centres: components["schemas"]["CentreCode"][];
            claimed_by: string;
            claimed_until: components["schemas"]["Moment"];
            decided_at: components["schemas"]["Moment"];
            decided_by: string;
            decision: {
                decision: string;
                ends: (string | number)[][];
                reason: string;
            } | null;
            id: components["schemas"]["Id"];
            kind: string;
            members: number;
            names: string[];
            others: number;
            /** @enum {string} */
            queue: "duplicate" | "conflict" | "fork" | "late" | "amendment" | "transfer" | "returned" | "kcpe" | "centre";
            reasons: components["schemas"]["Reason"][];
            score: number;
            /** @enum {string} */
            state: "open" | "decided" | "gone";
        };
        /** @description A centre's eight digits. */
        CentreCode: string;
        CentrePage: {
            candidates: number;
            cases: components["schemas"]["CaseRow"][];
            centre: components["schemas"]["CentreCode"];
            conflicts?: number | null;
            county?: string;
            devices: components["schemas"]["Device"][];
            errors?: number | null;
            expected?: number | null;
            fields?: {
                [key: string]: string;
            };
            findings?: {
                count: number;
                paragraph: string;
                rule: string;
                /** @enum {string} */
                severity: "error" | "warning" | "notice";
            }[];
            held?: number | null;
            kind?: string | null;
            last?: components["schemas"]["Moment"] | null;
            name?: string;
            needs?: {
                [key: string]: number | null;
            };
            paid?: number | null;
            photographs_missing?: number | null;
            roll: components["schemas"]["CandidateRow"][];
            slips?: {
                count: number;
                paid: number;
            };
            /** @enum {string} */
            state: "enrolled" | "uploading" | "entered" | "ready" | "approved" | "returned";
            sub_county?: string;
            subjects?: {
                [key: string]: number;
            };
            uploads?: {
                at: components["schemas"]["Moment"];
                batches: number;
                bytes: number;
                operations: number;
            }[];
            withdrawn?: number | null;
            year: number;
        };
        CentreRow: {
            candidates: number;
            centre: components["schemas"]["CentreCode"];
            conflicts: number | null;
            county: string;
            errors: number | null;
            expected: number | null;
            held: number | null;
            kind: string | null;
            last: components["schemas"]["Moment"] | null;
            name: string;
            paid: number | null;
            photographs_missing: number | null;
            /** @enum {string} */
            state: "enrolled" | "uploading" | "entered" | "ready" | "approved" | "returned";
            sub_county: string;
            withdrawn: number | null;
        };
        Circular: {
            at: components["schemas"]["Moment"];
            number: number;
            text: string;
            year: number;
        };
        Device: {
            at: components["schemas"]["Moment"];
            by: string;
            id: components["schemas"]["Id"];
            name: string;
            revoked: components["schemas"]["Moment"] | null;
            /** @enum {string} */
            role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor";
            scope: string[];
        };
        Done: Record<string, never>;
        Evidence: {
            actor?: string;
            answer?: {
                answer: string;
                at: components["schemas"]["Moment"];
                by: string;
                reason: string;
            };
            asked?: {
                from: components["schemas"]["Moment"] | null;
                to: components["schemas"]["Moment"] | null;
            };
            at?: components["schemas"]["Moment"];
            branches?: {
                tags: string[];
                value: string;
                written: {
                    actor: string;
                    at: components["schemas"]["Moment"];
                    kind: string;
                    received: components["schemas"]["Moment"] | null;
                }[];
            }[];
            candidates?: number;
            closes?: components["schemas"]["Moment"] | null;
            consents?: {
                "head.from": {
                    at: components["schemas"]["Moment"];
                    by: string;
                    value: string;
                } | null;
                "head.to": {
                    at: components["schemas"]["Moment"];
                    by: string;
                    value: string;
                } | null;
                "scde.from": {
                    at: components["schemas"]["Moment"];
                    by: string;
                    value: string;
                } | null;
                "scde.to": {
                    at: components["schemas"]["Moment"];
                    by: string;
                    value: string;
                } | null;
            };
            count?: number;
            device?: string;
            differences?: {
                entered: string;
                field: string;
                result: string;
            }[];
            fee?: number;
            field?: string;
            first?: string;
            from?: components["schemas"]["CentreCode"];
            /** @enum {string} */
            how?: "rising" | "repeated" | "filler";
            incarnation?: number;
            last?: string;
            late?: boolean;
            least?: number;
            limit?: components["schemas"]["Moment"] | null;
            missing?: ("head.from" | "head.to" | "scde.from" | "scde.to" | "slip" | "centre")[];
            on?: string;
            pairs?: {
                ids: string[];
                /** @enum {string} */
                otherwise: "same" | "namesakes" | "partly-namesakes" | "certificate-shared" | "index-shared" | "recurring-index" | "twins" | "schoolmates" | "near-certificates" | "strangers";
                reasons: {
                    bits: number;
                    centres?: number;
                    /** @enum {string} */
                    code: "written-twice" | "withdrawn-unseen" | "number-taken" | "two-as-one" | "revoked" | "late" | "second-person" | "no-right" | "invalid" | "unsigned" | "departed" | "same-picture" | "asked" | "wanted" | "both" | "missing" | "after-limit" | "no-result" | "result-differs" | "head-objects" | "few" | "deregistered" | "merged" | "rising" | "repeated" | "filler" | "neither-given" | "one-given" | "not-given" | "same" | "same-of-many" | "same-of-few" | "next" | "transposed" | "one-digit" | "one-missing" | "two-digits" | "differs" | "same-other-year" | "same-school" | "one-slip-other-year" | "same-school-one-digit" | "differs-other-year" | "one-year-off" | "slip" | "few-years-off" | "other-county" | "same-county" | "same-sub-county" | "same-centre" | "one-exchanged" | "two-exchanged" | "mostly-other" | "one-slip" | "none" | "one-has-none" | "differ" | "entry-code-differs" | "citizenship-differs" | "names-agree" | "one-name-other" | "two-names-other";
                    count?: number;
                    field?: string;
                    least?: number;
                    missing?: ("head.from" | "head.to" | "scde.from" | "scde.to" | "slip" | "centre")[];
                    names?: {
                        initial: number;
                        left_out: number;
                        near: number;
                        reordered: boolean;
                        same: number;
                        sounds: number;
                        stem: number;
                        unlike: number;
                    };
                    text: string;
                    to?: components["schemas"]["CentreCode"];
                }[];
                score: number;
            }[];
            paragraph?: string;
            photograph?: string;
            position?: number;
            reason?: string;
            slip?: {
                at: components["schemas"]["Moment"];
                by: string;
                value: string;
            } | null;
            sub_counties?: {
                from: string;
                to: string;
            };
            tag?: string;
            to?: components["schemas"]["CentreCode"];
            writes?: {
                field: string;
                value: string;
            }[];
        };
        Factor: {
            at: components["schemas"]["Moment"];
            id: string;
            /** @enum {string} */
            kind: "totp" | "passkey";
            label: string;
        };
        Finding: {
            fields: string[];
            paragraph: string;
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning" | "notice";
            words: {
                en: {
                    action: string;
                    what: string;
                };
                sw: {
                    action: string;
                    what: string;
                };
            };
        };
        Happened: {
            at: components["schemas"]["Moment"];
            decision: string;
            reason: string;
            /** @enum {string} */
            what: "found" | "changed" | "gone" | "claim" | "release" | "decide" | "undo";
            who: string;
        };
        /** @description The name of a thing; it says nothing of what it names. */
        Id: string;
        Life: {
            centre: components["schemas"]["CentreCode"];
            next: ("apply" | "inspect" | "approve" | "refuse" | "relocate" | "deregister" | "merge")[];
            rows: {
                at: components["schemas"]["Moment"];
                by: string;
                /** @enum {string} */
                event: "apply" | "inspect" | "approve" | "refuse" | "relocate" | "deregister" | "merge";
                on: string;
                reason: string;
                to: components["schemas"]["CentreCode"] | null;
            }[];
            sub_county: string;
        };
        Line: {
            actor: string;
            at: components["schemas"]["Moment"];
            field: string;
            from: string;
            kind: string;
            position: number;
            received: components["schemas"]["Moment"];
            /** @enum {string} */
            role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor" | "council";
            /** @enum {string} */
            standing: "effective" | "no-right" | "invalid";
            /** @enum {string} */
            timing: "in-time" | "by-commitment" | "late";
            to: string;
        };
        /** @description Milliseconds since 1970 UTC. */
        Moment: number;
        NoSession: {
            /** @enum {string} */
            stage: "none";
            version: string;
        };
        OneTimeCode: {
            code: string;
            days: number;
        };
        Overview: {
            at: components["schemas"]["Moment"];
            parts: {
                "burn-up": components["schemas"]["Table"];
                counties: components["schemas"]["Table"];
                fees: components["schemas"]["Table"];
                funnel: components["schemas"]["Table"];
                heat: components["schemas"]["Table"];
                paragraphs: components["schemas"]["Table"];
                photographs: components["schemas"]["Table"];
                queues: components["schemas"]["Table"];
                silent: components["schemas"]["Table"];
                "special-needs": components["schemas"]["Table"];
                subjects: components["schemas"]["Table"];
                uploads: components["schemas"]["Table"];
                versions: components["schemas"]["Table"];
            };
            totals: components["schemas"]["Totals"];
            version: number;
            year: number;
        };
        OwnSession: {
            agent: string;
            created: components["schemas"]["Moment"];
            current: boolean;
            /** @enum {string} */
            factor: "" | "totp" | "passkey";
            id: components["schemas"]["Id"];
            seen: components["schemas"]["Moment"];
        };
        Part: {
            all?: number;
            at: components["schemas"]["Moment"];
            columns: string[];
            rows: (string | number | null)[][];
            version: number;
            year: number;
        };
        Passkey: {
            attestationObject: string;
            authenticatorAttachment: ("platform" | "cross-platform") | null;
            clientDataJSON: string;
            clientExtensionResults: Record<string, never>;
            transports: string[];
            /** @enum {string} */
            type: "public-key";
        };
        PasskeyAnswer: {
            authenticatorAttachment: ("platform" | "cross-platform") | null;
            authenticatorData: string;
            clientDataJSON: string;
            clientExtensionResults: Record<string, never>;
            id: string;
            signature: string;
            /** @enum {string} */
            type: "public-key";
            userHandle: string | null;
        };
        Problem: {
            changed?: {
                from: string;
                to: string;
                what: string;
            }[];
            code: string;
            detail: string;
            retry_after?: number;
            status: number;
            title: string;
            type: string;
            whatToDo: string;
        };
        Question: {
            options: Record<string, never>;
            state: string;
        };
        QueueRow: {
            claimed: number;
            oldest: components["schemas"]["Moment"] | null;
            over_week: number;
            /** @enum {string} */
            queue: "duplicate" | "conflict" | "fork" | "late" | "amendment" | "transfer" | "returned" | "kcpe" | "centre";
            under_day: number;
            under_week: number;
            waiting: number;
        };
        Reason: {
            bits?: number;
            centres?: number;
            /** @enum {string} */
            code: "written-twice" | "withdrawn-unseen" | "number-taken" | "two-as-one" | "revoked" | "late" | "second-person" | "no-right" | "invalid" | "unsigned" | "departed" | "same-picture" | "asked" | "wanted" | "both" | "missing" | "after-limit" | "no-result" | "result-differs" | "head-objects" | "few" | "deregistered" | "merged" | "rising" | "repeated" | "filler" | "neither-given" | "one-given" | "not-given" | "same" | "same-of-many" | "same-of-few" | "next" | "transposed" | "one-digit" | "one-missing" | "two-digits" | "differs" | "same-other-year" | "same-school" | "one-slip-other-year" | "same-school-one-digit" | "differs-other-year" | "one-year-off" | "slip" | "few-years-off" | "other-county" | "same-county" | "same-sub-county" | "same-centre" | "one-exchanged" | "two-exchanged" | "mostly-other" | "one-slip" | "none" | "one-has-none" | "differ" | "entry-code-differs" | "citizenship-differs" | "names-agree" | "one-name-other" | "two-names-other";
            count?: number;
            field?: string;
            least?: number;
            missing?: ("head.from" | "head.to" | "scde.from" | "scde.to" | "slip" | "centre")[];
            names?: {
                initial: number;
                left_out: number;
                near: number;
                reordered: boolean;
                same: number;
                sounds: number;
                stem: number;
                unlike: number;
            };
            text: string;
            to?: components["schemas"]["CentreCode"];
        };
        /** @description A centre's register of a year. */
        RegisterName: string;
        Session: {
            enrols: ("clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor")[];
            expires: components["schemas"]["Moment"];
            factors: ("totp" | "passkey")[];
            idle_seconds: number;
            name: string;
            passkeys: string | null;
            resets: ("clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor")[];
            rights: ("ask" | "see" | "codes" | "revoke" | "transfer" | "short-codes" | "quarantine" | "audit" | "console" | "decide" | "administer")[];
            /** @enum {string} */
            role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor";
            scope: string[];
            /** @enum {string} */
            stage: "second" | "enrol" | "full" | "locked";
            version: string;
            year: number | null;
            years: number[];
        };
        Table: {
            all?: number;
            columns: string[];
            rows: (string | number | null)[][];
        };
        Totals: {
            candidates: number;
            cases: number;
            centres: number;
            closes: components["schemas"]["Moment"] | null;
            devices: number;
            errors: number;
            photographs_missing: number;
            ready: number;
            silent: number;
            submitted: number;
        };
        TotpSetup: {
            qr: string[];
            secret: string;
            uri: string;
        };
        User: {
            disabled: boolean;
            factors: ("totp" | "passkey")[];
            mine: boolean;
            name: string;
            password: boolean;
            /** @enum {string} */
            role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor";
            scope: string[];
            seen: components["schemas"]["Moment"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ConsoleAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Announcement"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleAnnounce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text_en: string;
                    text_sw: string;
                    until: components["schemas"]["Moment"];
                    year: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: components["schemas"]["Moment"];
                        by: string;
                        centres: number;
                        n: number;
                        text_en: string;
                        text_sw: string;
                        until: components["schemas"]["Moment"];
                        year: number;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleAuditSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about?: string;
                    before?: number | null;
                    limit?: number | null;
                    what?: string;
                    who?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        rows: components["schemas"]["AuditLine"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleAuditVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        lines: number;
                        whole: boolean;
                    } | {
                        broken_at: number;
                        whole: boolean;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCandidate: {
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidate"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePhotograph: {
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    centre?: components["schemas"]["CentreCode"] | null;
                    county?: number | null;
                    limit?: number | null;
                    text: string;
                    year?: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alike: boolean;
                        more: boolean;
                        ms: number;
                        rows: components["schemas"]["CandidateRow"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCase: {
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleDecide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: string;
                    etag: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    etag?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCentres: {
        parameters: {
            query?: {
                after?: string;
                at?: number;
                clock?: number;
                county?: string;
                day?: string;
                format?: "csv";
                limit?: number;
                name?: string;
                need?: string;
                rule?: string;
                schema?: number;
                silent?: string;
                state?: string;
                sub_county?: string;
                subject?: string;
                weekday?: number;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        next: components["schemas"]["CentreCode"] | null;
                        rows: components["schemas"]["CentreRow"][];
                        year: number;
                    };
                    "text/csv": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCentre: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                centre: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentrePage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleLife: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centre: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Life"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleHappens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centre: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    event: "apply" | "inspect" | "approve" | "refuse" | "relocate" | "deregister" | "merge";
                    on: string;
                    reason: string;
                    to?: components["schemas"]["CentreCode"] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Life"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleRoll: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                centre: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleSubCounty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                centre: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sub_county: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCirculars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Circular"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCircular: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    closes?: components["schemas"]["Moment"] | null;
                    text: string;
                    year: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        year: number;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCircularCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    closes?: components["schemas"]["Moment"] | null;
                    text: string;
                    year: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        year: number;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleCodes: {
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
                    role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor";
                    scope: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        days: number;
                        /** @enum {string} */
                        role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor";
                        scope: string[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleDevices: {
        parameters: {
            query?: {
                centre?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Device"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Id"];
                        revoked: components["schemas"]["Moment"];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    centre?: components["schemas"]["CentreCode"] | null;
                    county?: number | null;
                    /** @enum {string} */
                    format: "csv" | "xlsx";
                    /** @enum {string} */
                    what: "candidates" | "centres" | "fees" | "cases";
                    year?: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                    "text/csv": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Factor"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePasskeyBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePasskeyFinish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: components["schemas"]["Passkey"];
                    label: string;
                    state: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleFactorRemove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleTotpBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetup"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleKcpe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            results: number;
                            year: number;
                        }[];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleKcpeCompare: {
        parameters: {
            query?: {
                county?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        confirmed: number;
                        differ: number;
                        unknown: number;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleKcpeImport: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: number;
                        results: number;
                        year: number;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleLock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleOverview: {
        parameters: {
            query?: {
                county?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePart: {
        parameters: {
            query?: {
                county?: string;
                format?: "csv";
                year?: number;
            };
            header?: never;
            path: {
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                    "text/csv": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: components["schemas"]["PasskeyAnswer"];
                    state: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePasskeyChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsolePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    new: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleQueues: {
        parameters: {
            query?: {
                format?: "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["QueueRow"][];
                    };
                    "text/csv": unknown;
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleQueue: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                state?: string;
            };
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: number | null;
                        rows: components["schemas"]["CaseRow"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleNext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: components["schemas"]["Case"] | null;
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleSecond: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoSession"] | components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["OwnSession"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleEndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Done"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["User"][];
                    };
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUserAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    role: "clerk" | "head" | "scde" | "operator" | "supervisor" | "auditor";
                    scope: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeCode"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUserDisable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUserFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConsoleUserReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeCode"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

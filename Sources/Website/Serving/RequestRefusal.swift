import HTTPTypes
import Vocabulary

/// Why a request is not carried out before any room is asked.
package enum RequestRefusal: CodedFailure, PlacedFailure, Equatable {
    /// W201: no address of the house, or nothing that this visitor may know of.
    case notFound
    /// W202: the address has other methods.
    case methodNotAllowed(allowed: String)
    /// W203: the address is longer than any of the house.
    case targetTooLong(limit: Int)
    /// W204: the query is not UTF-8 behind its percent signs, or has too many fields.
    case targetUnreadable
    /// W205: too many requests from one address or one session.
    case tooManyRequests(seconds: Int)
    /// W206: one must sign in first, or the token is not valid (any more).
    case signInNeeded
    /// W207: the policy lets this function do nothing here.
    case notPermitted(rule: String)
    /// W208: the body is larger than the route takes.
    case bodyTooLarge(limit: Int)
    /// W209: the body is of a type that the route does not read.
    case bodyTypeUnknown(expected: String)
    /// W210: the body is not what its type says.
    case bodyUnreadable(reason: String)
    /// W211: the body did not arrive in time.
    case bodyTooSlow(seconds: Int)
    /// W212: the form was made for another session, or for none.
    case formTokenWrong
    /// W213: the form was sent from a page of another site.
    case sentFromElsewhere
    /// W214: a write that does not name the version that it rests on.
    case versionMissing
    /// W215: none of the forms in which this can be told is one that the reader takes.
    case notAcceptable(available: String)
    /// W216: the request names no host, or two.
    case hostUnclear
    /// W299: something that the house did not foresee; the log has it under the same reference.
    case unforeseen(reference: String)

    package var code: String { "W\(standing.number)" }

    /// The HTTP status that it is answered with.
    package var status: Int { standing.status }

    private var standing: (number: Int, status: Int) {
        switch self {
        case .notFound: (201, 404)
        case .methodNotAllowed: (202, 405)
        case .targetTooLong: (203, 414)
        case .targetUnreadable: (204, 400)
        case .tooManyRequests: (205, 429)
        case .signInNeeded: (206, 401)
        case .notPermitted: (207, 403)
        case .bodyTooLarge: (208, 413)
        case .bodyTypeUnknown: (209, 415)
        case .bodyUnreadable: (210, 400)
        case .bodyTooSlow: (211, 408)
        case .formTokenWrong: (212, 403)
        case .sentFromElsewhere: (213, 403)
        case .versionMissing: (214, 428)
        case .notAcceptable: (215, 406)
        case .hostUnclear: (216, 400)
        case .unforeseen: (299, 500)
        }
    }

    /// What the language files may put between braces.
    var places: KeyValuePairs<String, String> {
        switch self {
        case .methodNotAllowed(let allowed): ["allowed": allowed]
        case .targetTooLong(let limit), .bodyTooLarge(let limit): ["limit": String(limit)]
        case .tooManyRequests(let seconds), .bodyTooSlow(let seconds): ["seconds": String(seconds)]
        case .notPermitted(let rule): ["rule": rule]
        case .bodyTypeUnknown(let expected): ["expected": expected]
        case .bodyUnreadable(let reason): ["reason": reason]
        case .notAcceptable(let available): ["available": available]
        case .unforeseen(let reference): ["reference": reference]
        case .notFound, .targetUnreadable, .signInNeeded, .formTokenWrong, .sentFromElsewhere, .versionMissing,
            .hostUnclear:
            [:]
        }
    }

    package var message: String {
        switch self {
        case .notFound: "Nothing is found at this address. Check how it is written, or begin at the first page."
        case .methodNotAllowed(let allowed): "This address answers \(allowed) only."
        case .targetTooLong(let limit): "The address is longer than \(limit) bytes. Ask for less at once."
        case .targetUnreadable: "The query of the address cannot be read. Encode it as UTF-8 behind percent signs."
        case .tooManyRequests(let seconds): "Too many requests. Wait \(seconds) seconds, then go on more slowly."
        case .signInNeeded: "Sign in first, or send a token that is valid."
        case .notPermitted(let rule):
            "This needs leave to \(rule), which your function does not have. Ask the data-protection officer which has."
        case .bodyTooLarge(let limit): "The body is larger than \(limit) bytes. Send less at once."
        case .bodyTypeUnknown(let expected): "The body is of another type than this address reads. Send \(expected)."
        case .bodyUnreadable(let reason): "The body cannot be read: \(reason)."
        case .bodyTooSlow(let seconds): "The body did not arrive within \(seconds) seconds. Send it again."
        case .formTokenWrong: "The form was not made for this session. Open it again and send it from there."
        case .sentFromElsewhere: "The form was sent from another site, so nothing was done. Open it here and send it."
        case .versionMissing: "Say in If-Match which version this change rests on: the ETag of what you have read."
        case .notAcceptable(let available): "This can be told as \(available). Name one of them in Accept."
        case .hostUnclear: "The request names no host, or more than one. Send one Host field."
        case .unforeseen(let reference):
            "Something went wrong that the house did not foresee. Tell the administrator the reference \(reference)."
        }
    }
}

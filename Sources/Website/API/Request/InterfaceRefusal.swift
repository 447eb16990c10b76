import Mechanisms
import Publication
import Vocabulary

/// Why the interface refuses what no room was asked for yet.
enum InterfaceRefusal: CodedFailure, PlacedFailure, Equatable {
    /// W300: the request is not as the description of the interface has it; every finding is told.
    case notAsDescribed(findings: Int)
    /// W310: the version named in If-Match is no longer the record's; both are told, nothing was written.
    case conflict
    /// W311: this step is taken by the register itself, never by hand.
    case takenByRegister
    /// W312: a file of a kind that is not taken, or whose bytes are of another kind than it says.
    case mediaTypeRefused(known: String)
    /// W313: the file is not clean (yet), and only clean files are given out.
    case notClean
    /// W314: a request that holds no file.
    case noFiles
    /// W317: the file does not wait for the scanner (any more).
    case notWaiting
    /// W316: due-by beside a filter that its list does not have.
    case dueAlone
    /// W315: an address to which nothing may be sent.
    case addressRefused(reason: String)

    var code: String { "W\(standing.number)" }

    var status: Int { standing.status }

    private var standing: (number: Int, status: Int) {
        switch self {
        case .notAsDescribed: (300, 400)
        case .conflict: (310, 412)
        case .takenByRegister: (311, 422)
        case .mediaTypeRefused: (312, 415)
        case .notClean: (313, 409)
        case .noFiles: (314, 422)
        case .notWaiting: (317, 409)
        case .addressRefused: (315, 422)
        case .dueAlone: (316, 422)
        }
    }

    /// What the language files may put between braces.
    var places: KeyValuePairs<String, String> {
        switch self {
        case .mediaTypeRefused(let known): ["known": known]
        case .addressRefused(let reason): ["reason": reason]
        default: [:]
        }
    }

    var message: String {
        switch self {
        case .notAsDescribed(let findings):
            "The request is not as /api/v1/openapi.json describes it (\(findings) findings). Correct each place named."
        case .conflict:
            "Somebody changed the record since you read it, so nothing was written. Compare both versions and send the "
                + "change again with the present ETag in If-Match."
        case .takenByRegister: "The register takes this step by itself. Use the addresses of documents."
        case .mediaTypeRefused(let known):
            "Such files are not taken, or the bytes are of another kind than the name of the type. Taken are: \(known)."
        case .notClean: "The file was not found clean, so it is not given out. Wait for the scan, or withdraw the file."
        case .noFiles: "The request holds no file. Send one as the part “file”."
        case .notWaiting: "The file does not wait for the scanner. Read the document to see what was found."
        case .dueAlone: "The list by due dates takes own and limit only. Leave the other filters out."
        case .addressRefused(let reason): "Nothing may be sent to this address: \(reason)."
        }
    }
}

extension Exchange {
    /// A refusal of the interface, ready to be thrown, in the language of the visitor.
    func problem(_ refusal: InterfaceRefusal, members: [JSON.Member] = []) -> Problem {
        let words = pages.words(for: refusal, status: refusal.status, in: language)
        return Problem(
            status: refusal.status, code: refusal.code, title: words.title, detail: words.detail, members: members)
    }

    /// Every finding at once; nil where there is none.
    func problem(of findings: [RequestFinding]) -> Problem? {
        guard !findings.isEmpty else { return nil }
        let told = findings.prefix(100).map(\.json)
        return problem(
            .notAsDescribed(findings: findings.count),
            members: [JSON.Member(name: "problems", value: .array(Array(told)))])
    }
}

extension Exchange {
    /// Every reason of the book, each with its field; the code of the first one stands for all.
    func problem(of refusal: Mechanisms.Refusal) -> Problem {
        let told = refusal.problems.map { problem in
            let place = problem.field.map { "/fields/\($0.asPointerPart)" } ?? ""
            return JSON.members([
                "code": .text(problem.code), "in": "body", "pointer": .text(place), "detail": .text(problem.message),
            ])
        }
        let first = refusal.problems.first
        return Problem(
            status: 422, code: first?.code ?? "M100", title: texts["problems.yours"],
            detail: first?.message ?? "", members: [JSON.Member(name: "problems", value: .array(told))])
    }
}

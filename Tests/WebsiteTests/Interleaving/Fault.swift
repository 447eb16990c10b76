import Mechanisms
import Vocabulary

@testable import Website

/// A house that is wrong on purpose: each breaks one promise, so that the check can be seen to fail.
enum Fault: String, CaseIterable, Sendable {
    /// What was seen does not matter: the last one wins.
    case versionsIgnored
    /// Every request is a new one.
    case keysForgotten
    /// A refusal for a version is told as done.
    case conflictsHidden
    /// A case is handed over and what was to go along stays.
    case halfHandOver

    /// The request as a house with this fault would take it.
    func bend(_ request: Asked, present: Int?, fresh: RecordID) -> Asked {
        var (headers, body) = (request.headers, request.body)
        switch self {
        case .versionsIgnored:
            guard let present, present > 0 else { return request }
            if headers["If-Match"] != nil { headers["If-Match"] = "\"v\(present)\"" }
            body = body.replacing(#/(^|&)version=[1-9][0-9]*/#) { "\($0.1)version=\(present)" }
        case .keysForgotten:
            if headers["Idempotency-Key"] != nil { headers["Idempotency-Key"] = fresh.description }
            body = body.replacing(#/(^|&)key=[^&]*/#) { "\($0.1)key=\(fresh)" }
        case .halfHandOver:
            guard request.path.hasSuffix("/hand-over") else { return request }
            body = body.replacing(#/(^|&)f\.records=[^&]*/#, with: "")
        case .conflictsHidden: break
        }
        return Asked(method: request.method, path: request.path, headers: headers, body: body)
    }

    /// The answer as a house with this fault would give it.
    func bend(_ heard: Heard) -> Heard {
        guard self == .conflictsHidden, heard.status == 409 || heard.status == 412 else { return heard }
        return Heard(status: heard.status == 409 ? 303 : 200, body: "", tag: nil)
    }
}

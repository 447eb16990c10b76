import Vocabulary

/// The one translation of failure codes into HTTP statuses.
enum FailureStatus {
    static func of(_ failure: any CodedFailure) -> Int {
        if let refusal = failure as? RequestRefusal { return refusal.status }
        if let refusal = failure as? InterfaceRefusal { return refusal.status }
        return of(failure.code)
    }

    /// Of a code whose failure says no status itself.
    static func of(_ code: String) -> Int { byCode[code] ?? code.first.flatMap { byLetter[$0] } ?? 500 }

    private static let byCode: [String: Int] = [
        // No such record and not for you are one refusal.
        "R101": 404, "R106": 404, "R136": 404,
        // Held off for a while; a scope that does not reach; what the person must change; another server's fault.
        "N102": 429, "N113": 403, "N107": 422, "N108": 422, "N109": 422, "N110": 422, "N111": 404, "N114": 409,
        "N115": 422, "N116": 404, "N117": 409, "N118": 403, "N119": 422, "N121": 404, "N122": 502, "N125": 403,
        "N126": 409, "N120": 409, "N127": 403, "N128": 403, "N190": 500, "N191": 500,
        // The record is known, and this may not be done with it, or not through any post.
        "R102": 403, "R108": 403, "R112": 403,
        // What was asked is not as the interface is described.
        "R105": 400, "R113": 400,
        // It came before otherwise, or stands against something else.
        "R107": 409, "R110": 409, "R111": 409, "R124": 409, "R125": 409,
        "R132": 409,
        // It will be there in a minute.
        "R131": 503,
        // A draft that is too long, one that cannot be kept now, one that is gone, a choice of nothing, too
        // long a file.
        "W401": 413, "W402": 503, "W403": 404, "W404": 422, "W405": 422,
        // Another release came in between, or there is nothing to withdraw.
        "W461": 409, "W462": 409, "W463": 409,
        "W471": 409, "W472": 422, "W473": 422, "W474": 409, "W475": 409, "W476": 409, "W477": 409, "W478": 422,
        // The store is full, out of reach, read-only, not in its place, or kept by somebody else: it may be better soon.
        "S104": 507, "S106": 503, "S107": 503, "S108": 503, "S111": 503,
    ]

    /// By room: what the policy refuses, what a sign-in refuses, what a mechanism refuses. The rest is ours: 500.
    private static let byLetter: [Character: Int] = [
        "A": 403, "N": 401, "M": 422, "R": 422, "I": 422, "D": 422, "P": 422,
    ]
}

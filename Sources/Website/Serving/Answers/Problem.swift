package import Mechanisms
package import Vocabulary

/// What went wrong with one request, ready to be told: as a page to a person, as `application/problem+json` (RFC 9457)
/// to a program.
package struct Problem: Error, Sendable {
    package let status: Int
    /// Stable; listed in docs/reference/failures.md.
    package let code: String
    /// In a few words; the same for every problem of the code.
    package let title: String
    /// What, where, and what to do.
    package let detail: String
    /// Members of its own, such as both versions of a record.
    package let members: [JSON.Member]

    package init(status: Int, code: String, title: String, detail: String, members: [JSON.Member] = []) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.members = members
    }

    /// A failure of any room, in the language of the visitor as far as it has words for the code.
    ///
    /// - Parameter members: Members of its own.
    package init(_ failure: any CodedFailure, pages: Pages, language: String, members: [JSON.Member] = []) {
        let status = FailureStatus.of(failure)
        let words = pages.words(for: failure, status: status, in: language)
        self.init(status: status, code: failure.code, title: words.title, detail: words.detail, members: members)
    }

    /// `type` leads to what the code means; nothing needs to be fetched to know the code itself.
    package var json: JSON {
        .object(
            [
                JSON.Member(name: "type", value: .text("\(APIRoutes.root)/problems/\(code)")),
                JSON.Member(name: "title", value: .text(title)), JSON.Member(name: "status", value: .number(status)),
                JSON.Member(name: "detail", value: .text(detail)), JSON.Member(name: "code", value: .text(code)),
            ] + members)
    }
}

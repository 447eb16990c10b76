package import Access
package import HTTPTypes
package import Mechanisms

/// What the house says to a request. What every answer needs (fields of safety, packing, tags compared with what the
/// reader has, `no-store` for whoever is signed in) is added on the way out: a handler says only what is its own.
package struct Answer: Sendable {
    /// Gives pieces of a body to whoever sends it.
    package typealias Pour = @Sendable (_ send: ([UInt8]) async throws -> Void) async throws -> Void

    /// The body.
    package enum Content: Sendable {
        case none
        case bytes([UInt8], type: String)
        /// Made once and sent often, to anybody.
        case kept(KeptContent)
        /// Made piece by piece while it is sent; `length` where it is known before. Such a body is not packed.
        case stream(type: String, length: Int?, pour: Pour)
    }

    package var status: Int
    package var headers: HTTPFields
    package var content: Content
    /// Cookies to set, as ``CookieKind/setting(_:lasting:isSecure:)`` writes them.
    package var cookies: [String] = []
    /// What it takes out of the house; nil where it is no file to keep.
    private(set) var export: Export?
    /// Set where the rest of the request is not worth reading: the connection ends with the answer.
    var endsConnection = false

    package init(status: Int, headers: HTTPFields = [:], content: Content = .none) {
        self.status = status
        self.headers = headers
        self.content = content
    }
}

extension Answer {
    /// A page; ``Exchange/page(_:status:)`` puts the frame of the house around its main part first.
    package static func html(_ html: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, content: .bytes(html, type: "text/html; charset=utf-8"))
    }

    /// A value of the interface.
    ///
    /// - Parameter type: `application/json` unless it is another one of its kind.
    package static func json(_ value: JSON, status: Int = 200, type: String = "application/json") -> Answer {
        Answer(status: status, content: .bytes(Array(value.text().utf8), type: type))
    }

    /// To another page with GET, as after every form that was accepted (303).
    ///
    /// - Parameter path: An address of this house, beginning with one slash: nothing else is ever made a `Location`.
    package static func redirect(to path: String) -> Answer {
        Answer(status: 303, headers: [.location: LocalPath(path)?.text ?? "/"])
    }

    /// A file to keep, under a name that begins with its distribution marking where released files do not stand under
    /// theirs in lists of sums.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, full stops and hyphens are kept, all else becomes a hyphen.
    ///   - export: What it is; the route must have announced it.
    ///   - marking: To whom it may go.
    package static func file(
        _ content: Content, name: String, as export: Export, marked marking: Access.Marking
    ) -> Answer {
        let name = export.place == .everyRowOnly ? name : "\(marking.rawValue.uppercased())-\(name)"
        let plain = name.unicodeScalars.map {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "." || $0 == "-")
                ? Character($0) : "-"
        }
        var answer = Answer(
            status: 200, headers: [.contentDisposition: "attachment; filename=\"\(String(plain))\""], content: content)
        answer.export = export
        return answer
    }

    /// Done, and nothing to show (204).
    package static let done = Answer(status: 204)

    /// The same with a tag of its version: `ETag`, and what `If-Match` must name.
    package func tagged(_ tag: EntityTag) -> Answer {
        var answer = self
        answer.headers[.eTag] = tag.text
        return answer
    }

    /// The same with one more header field.
    package func with(_ name: HTTPField.Name, _ value: String) -> Answer {
        var answer = self
        answer.headers[name] = value
        return answer
    }
}

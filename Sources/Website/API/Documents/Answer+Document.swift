import Access
import HTTPTypes
import Registry

extension Answer {
    /// A document's file: to keep, never to show in a page, whatever it holds.
    ///
    /// - Parameter marking: Stands first in the name under which it is kept; nil where the receiver is a program.
    static func document(_ file: GivenFile, marked marking: Marking?) -> Answer {
        let name = MediaType(rawValue: file.mediaType)?.safeName(file.name) ?? file.name
        let marked = marking.map { "\($0.rawValue.uppercased())-\(name)" } ?? name
        var answer = Answer.file(.bytes(file.bytes, type: file.mediaType), name: marked)
        if let policy = HTTPField.Name("Content-Security-Policy") {
            answer.headers[policy] = "sandbox; default-src 'none'; frame-ancestors 'none'"
        }
        return answer
    }
}

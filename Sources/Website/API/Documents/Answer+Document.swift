import Access
import HTTPTypes
import Registry

extension Answer {
    /// A document's file: to keep, never to show in a page, whatever it holds. It has the highest marking: whoever may have
    /// the file may have what is confidential of the record.
    static func document(_ file: GivenFile, marked marking: Access.Marking = .restricted) -> Answer {
        let name = MediaType(rawValue: file.mediaType)?.safeName(file.name) ?? file.name
        var answer = Answer.file(
            .bytes(file.bytes, type: file.mediaType), name: name, as: .document, marked: marking)
        if let policy = HTTPField.Name("Content-Security-Policy") {
            answer.headers[policy] = "sandbox; default-src 'none'; frame-ancestors 'none'"
        }
        return answer
    }
}

/// A failure that a person is told of: a stable code to look up, what went wrong and where, and what to do.
///
/// Every room has one enum of them. Doors translate once: code to exit status, code to HTTP status and page.
package protocol CodedFailure: Error, Sendable, CustomStringConvertible {
    /// A letter for the room and three digits, never reused: `L104`. Listed in docs/reference/failures.md.
    var code: String { get }
    /// What, where, and what to do; no personal data, no SQL, no stack.
    var message: String { get }
}

extension CodedFailure {
    package var description: String { "\(code) \(message)" }
}

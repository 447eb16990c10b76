/// Codes as small numbers: the place of a code in its list, and two numbers that are no code.
enum CodePlace {
    /// The field was not reported: not the same as the code `unknown`.
    static let absent: UInt8 = 255
    /// The ledger holds a value that is not on the list given; a diagnostic names the event.
    static let unlisted: UInt8 = 254
    /// So many codes fit beside them.
    static let limit = 250
}

package import Mechanisms

/// Within what a fingerprint tells one thing from another.
package enum OriginSpace: Hashable, Sendable {
    /// The rows of a source.
    case rows(source: String)
    /// Records of a mechanism that are opened once for a name, in one source.
    case names(mechanism: String, source: String)
    /// Records of a mechanism that are opened once for a name, whatever source names them; the key is the folded name.
    case registerNames(mechanism: String)
}

/// Makes the fingerprint of a row of a source, under the register's own key.
///
/// - Parameters: Within what it is one of a kind, the row's key as bytes, and the ordinal of the person in the row.
package typealias Fingerprint = @Sendable (_ space: OriginSpace, _ rowKey: [UInt8], _ ordinal: Int) -> Origin

/// How names are compared where a record is opened once for a name in the whole register.
package enum RegisterName {
    /// The key of a name: letter case, brackets and runs of blanks make no difference.
    package static func key(of name: String) -> [UInt8] { Array(CodeTable.folded(name).utf8) }
}

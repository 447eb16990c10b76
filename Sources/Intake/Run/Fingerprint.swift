package import Mechanisms

/// Makes the fingerprint of a row of a source, under the register's own key.
///
/// - Parameters: The source's name, the row's key as bytes, and the ordinal of the person in the row.
package typealias Fingerprint = @Sendable (_ source: String, _ rowKey: [UInt8], _ ordinal: Int) -> Origin

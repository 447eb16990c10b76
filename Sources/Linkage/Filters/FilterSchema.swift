package import Foundation

/// A linkage schema of clkhash, version 3: how the fields of a record become one filter.
///
/// For exchange with partners who use clkhash and anonlink. Who knows the key can try names; who does not can align
/// frequencies: see docs/methods/blind-linkage.md.
///
/// - Source: the published JSON schema (version 3) and the behaviour of clkhash 0.18.3, whose filters
///   `FilterEncoderTests` compares bit for bit.
package struct FilterSchema: Sendable {
    /// Bits of a filter after folding.
    package let length: Int
    /// How often the filter is folded.
    package let folds: Int
    package let features: [FilterFeature]
    let derivation: Derivation

    /// How keys are derived from the secret (HKDF, RFC 5869).
    struct Derivation: Sendable {
        let isSHA512: Bool
        let salt: [UInt8]
        let info: [UInt8]
        /// Bytes of a key; each feature has two.
        let keySize: Int
    }

    /// The names of the features, in the order of the columns.
    package var columns: [String] { features.map(\.identifier) }

    /// Reads a schema.
    ///
    /// - Throws: ``LinkageFailure/unreadableSchema(reason:)`` for what is no schema of version 3, and
    ///   ``LinkageFailure/unsupportedSchema(what:)`` for what it may say and this encoder does not do.
    package init(json: Data) throws(LinkageFailure) {
        let file: SchemaFile
        do {
            file = try JSONDecoder().decode(SchemaFile.self, from: json)
        } catch {
            throw .unreadableSchema(reason: SchemaFile.reason(error))
        }
        guard file.version == 3 else {
            throw .unsupportedSchema(what: "version \(file.version); convert it to version 3 with clkhash")
        }
        let config = file.clkConfig
        guard config.kdf.type == "HKDF" else { throw .unsupportedSchema(what: "key derivation “\(config.kdf.type)”") }
        if (config.xorFolds ?? 0) > 0, config.xor_folds == nil {
            // clkhash 0.18.3 reads `xor_folds` only: with this schema its filters are not folded.
            throw .unsupportedSchema(what: "xorFolds, which clkhash does not read; write xor_folds")
        }
        length = config.l
        folds = config.xor_folds ?? 0
        guard length > 0, length % 8 == 0, (0...8).contains(folds), length << folds <= 1 << 20 else {
            throw .unsupportedSchema(what: "filters of \(length) bits folded \(folds) times")
        }
        var features: [FilterFeature] = []
        for entry in file.features { features.append(try FilterFeature(entry)) }
        let isBlake = features.contains { $0.hashing?.isBlake == true }
        if isBlake, (length << folds).nonzeroBitCount != 1 {
            throw .unsupportedSchema(what: "blakeHash with filters that are no power of two long")
        }
        derivation = try FilterSchema.derivation(config.kdf, features: features.count, isBlake: isBlake)
        self.features = features
    }

    private static func derivation(
        _ kdf: SchemaFile.Derivation, features: Int, isBlake: Bool
    ) throws(LinkageFailure) -> Derivation {
        func bytes(_ text: String?) throws(LinkageFailure) -> [UInt8] {
            guard let text else { return [] }
            guard let data = Data(base64Encoded: text) else { throw .unreadableSchema(reason: "salt is not Base64") }
            return Array(data)
        }
        let hash = kdf.hash ?? "SHA256"
        guard hash == "SHA256" || hash == "SHA512" else {
            throw .unsupportedSchema(what: "key derivation with \(hash)")
        }
        let size = kdf.keySize ?? 64
        let most = hash == "SHA512" ? 255 * 64 : 255 * 32
        guard size > 0, 2 * size * features <= most, !isBlake || size <= 64 else {
            throw .unsupportedSchema(what: "keys of \(size) bytes for \(features) features")
        }
        return Derivation(
            isSHA512: hash == "SHA512", salt: try bytes(kdf.salt), info: try bytes(kdf.info), keySize: size)
    }
}

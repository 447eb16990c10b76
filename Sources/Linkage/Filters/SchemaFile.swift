/// The JSON of a linkage schema, with its names as they are published.
struct SchemaFile: Decodable {
    let version: Int
    let clkConfig: Configuration
    let features: [Feature]

    struct Configuration: Decodable {
        let l: Int
        let xor_folds: Int?
        let xorFolds: Int?
        let kdf: Derivation
    }

    struct Derivation: Decodable {
        let type: String
        let hash: String?
        let salt: String?
        let info: String?
        let keySize: Int?
    }

    struct Feature: Decodable {
        let identifier: String
        let ignored: Bool?
        let format: Format?
        let hashing: Hashing?
    }

    struct Format: Decodable {
        let type: String
        let encoding: String?
        let `case`: String?
        let minLength: Int?
        let maxLength: Int?
        let pattern: String?
        let minimum: Int?
        let maximum: Int?
        let format: String?
        let values: [String]?
    }

    struct Hashing: Decodable {
        let comparison: Comparison
        let strategy: Strategy
        let hash: Hash?
        let missingValue: Missing?
    }

    struct Comparison: Decodable {
        let type: String
        let n: Int?
        let positional: Bool?
        let thresholdDistance: Double?
        let resolution: Int?
        let fractional_precision: Int?
    }

    struct Strategy: Decodable {
        let bitsPerToken: Int?
        let bitsPerFeature: Int?
    }

    struct Hash: Decodable {
        let type: String
        let prevent_singularity: Bool?
    }

    struct Missing: Decodable {
        let sentinel: String
        let replaceWith: String?
    }

    /// What is wrong with a file, in words, with the place.
    static func reason(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context, _ last: String = "") -> String {
            (context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue } + [last])
                .filter { !$0.isEmpty }.joined(separator: ".")
        }
        return switch error {
        case DecodingError.keyNotFound(let key, let context): "“\(path(context, key.stringValue))” is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "“\(path(context))” has a value of another kind"
        default: "it is not JSON"
        }
    }
}

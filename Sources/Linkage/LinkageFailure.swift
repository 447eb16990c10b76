package import Vocabulary

/// Why records cannot be compared or joined: codes Q101–Q199 for what was asked, Q201–Q299 for blind encodings.
package enum LinkageFailure: CodedFailure, Equatable {
    /// Q101: a rule, threshold or column that the description names is not there.
    case unknownColumn(name: String, known: [String])

    package var code: String {
        switch self {
        case .unknownColumn: "Q101"
        }
    }

    package var message: String {
        switch self {
        case .unknownColumn(let name, let known):
            "There is no column “\(name)”. There are: \(known.joined(separator: ", "))."
        }
    }
}

import Vocabulary

/// Why a scanner says nothing of a file.
enum ScannerFailure: CodedFailure, Hashable {
    /// W117: the scanner is not there, or did not answer in time.
    case unreachable(reason: String)
    /// W118: the scanner answered that it could not scan.
    case refused

    var code: String {
        switch self {
        case .unreachable: "W117"
        case .refused: "W118"
        }
    }

    var message: String {
        switch self {
        case .unreachable(let reason):
            "The virus scanner cannot be asked: \(reason). Files wait in quarantine meanwhile."
        case .refused:
            "The virus scanner could not look into a file. Its StreamMaxLength must be at least the largest file taken."
        }
    }
}

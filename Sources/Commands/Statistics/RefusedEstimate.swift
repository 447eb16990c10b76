import Vocabulary

/// A failure of a method, passed on with its own code.
struct RefusedEstimate: CodedFailure {
    let code: String
    let message: String
}

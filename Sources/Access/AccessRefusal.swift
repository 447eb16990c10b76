import Vocabulary

/// A100–A199: what the policy answers when the answer is no.
package enum AccessRefusal: CodedFailure, Hashable {
    /// A101: no row of the policy lets this function do this.
    case notPermitted(function: FunctionKind, action: Action, purpose: Purpose)

    package var code: String {
        switch self {
        case .notPermitted: "A101"
        }
    }

    package var message: String {
        switch self {
        case .notPermitted(let function, let action, let purpose):
            "The function “\(function.rawValue)” may not \(action.rawValue) for the purpose "
                + "“\(purpose.rawValue)”. Ask the data-protection officer which function may."
        }
    }
}

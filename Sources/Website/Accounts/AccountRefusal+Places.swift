import Accounts

extension AccountRefusal: PlacedFailure {
    /// What the language files may put between braces.
    var places: KeyValuePairs<String, String> {
        switch self {
        case .heldOff(let until): ["time": String("\(until)".dropFirst(11).prefix(5))]
        case .passwordTooShort(let minimum): ["minimum": String(minimum)]
        case .passwordTooLong(let maximum): ["maximum": String(maximum)]
        default: [:]
        }
    }
}

import Access
import Testing
import Vocabulary

/// Somebody at a post of the house, and for what they work now.
struct Worker: Hashable, Sendable, CustomTestStringConvertible {
    let function: FunctionKind
    let purpose: Purpose

    init(_ function: FunctionKind, for purpose: Purpose? = nil) {
        (self.function, self.purpose) = (function, purpose ?? function.purpose)
    }

    /// Everybody for what their function is for; an authority for its other purpose, too.
    static let all = PermissionWorld.functions.map { Worker($0) } + [Worker(.competentAuthority, for: .investigation)]

    /// Whether they work for what their function is for, so that nobody needs to be told.
    var isUsual: Bool { purpose == function.purpose }

    /// Of their session, as ``PostDesk`` reads it: each purpose has a browser of its own.
    var session: String { isUsual ? function.rawValue : "\(function.rawValue).\(purpose.rawValue)" }

    var testDescription: String { "\(function.rawValue) for \(purpose.rawValue)" }
}

extension ExpectedPermissions {
    func ceiling(_ worker: Worker, _ action: Action, of specimen: PermissionWorld.Specimen) -> Sensitivity? {
        ceiling(worker.function, action, of: specimen, for: worker.purpose)
    }

    func ceiling(
        _ worker: Worker, _ action: Action, _ matter: Matter, _ relation: Relation, isClosed: Bool
    ) -> Sensitivity? {
        ceiling(worker.function, action, matter, relation, isClosed: isClosed, for: worker.purpose)
    }

    /// Whether they may do this with anything of the matter for what they work now.
    func mayEver(_ worker: Worker, _ action: Action, _ matter: Matter) -> Bool {
        mayEver(worker.function, action, matter, for: worker.purpose)
    }

    /// Whether they come past the door of an address: their function may do this for some purpose, and what they work for
    /// is asked behind it.
    func mayCome(_ worker: Worker, to action: Action, _ matters: some Sequence<Matter>) -> Bool {
        matters.contains { matter in
            Purpose.allCases.contains { mayEver(worker.function, action, matter, for: $0) }
        }
    }
}

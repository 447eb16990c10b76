import Vocabulary

/// What somebody asks to do.
package enum Action: String, Sendable, CaseIterable, Hashable {
    case read, search, write, importRecords = "import", count, release, readRelease = "read-release"
    case verify, backup, restore, rebuild, erase, initialise
}

/// Why they ask: a legal purpose, bound to the function.
package enum Purpose: String, Sendable, CaseIterable, Hashable {
    case protection, investigation, coordination, statistics
    case dataProtection = "data-protection"
    case administration
    case publication
}

/// Who asks: an account acting through a post of an organisation.
package struct Actor: Hashable, Sendable {
    /// Opaque account name; written on every event, never shown to the public.
    package let account: String
    package let function: FunctionKind
    /// Name of the organisation that the post belongs to; nil for the public.
    package let organisation: String?

    package init(account: String, function: FunctionKind, organisation: String?) {
        self.account = account
        self.function = function
        self.organisation = organisation
    }

    package static let anybody = Actor(account: "public", function: .public, organisation: nil)
}

/// Leave to do one thing, made by `Policy` only: every path to the ledger or out of it takes one as an argument.
package struct Grant: Hashable, Sendable {
    package let actor: Actor
    package let action: Action
    package let purpose: Purpose
    /// Fields above this level are withheld under this grant.
    package let ceiling: Sensitivity
    /// The policy row that decided, for `policy explain` and the audit.
    package let rule: String

    init(actor: Actor, action: Action, purpose: Purpose, ceiling: Sensitivity, rule: String) {
        self.actor = actor
        self.action = action
        self.purpose = purpose
        self.ceiling = ceiling
        self.rule = rule
    }
}

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

/// One row: a function may do these things for this purpose, up to this sensitivity.
struct PolicyRow {
    let name: String
    let function: FunctionKind
    let actions: Set<Action>
    let purpose: Purpose
    let ceiling: Sensitivity
}

/// The one place that says who may do what. What no row grants is refused.
package struct Policy: Sendable {
    package init() {}

    /// Leave, or the reason why not.
    package func decide(_ actor: Actor, _ action: Action, for purpose: Purpose) -> Result<Grant, AccessRefusal> {
        let row = Policy.rows.first {
            $0.function == actor.function && $0.purpose == purpose && $0.actions.contains(action)
        }
        guard let row else {
            return .failure(.notPermitted(function: actor.function, action: action, purpose: purpose))
        }
        return .success(
            Grant(actor: actor, action: action, purpose: purpose, ceiling: row.ceiling, rule: row.name))
    }

    private static let rows: [PolicyRow] = [
        PolicyRow(
            name: "caseworker-works", function: .caseworker, actions: [.read, .search, .write, .importRecords],
            purpose: .protection, ceiling: .identity),
        PolicyRow(
            name: "authority-decides", function: .competentAuthority,
            actions: [.read, .search, .write, .importRecords], purpose: .protection, ceiling: .identity),
        PolicyRow(
            name: "coordinator-keeps-the-network", function: .coordinator, actions: [.read, .search, .write],
            purpose: .coordination, ceiling: .restricted),
        PolicyRow(
            name: "rapporteur-counts", function: .rapporteur, actions: [.count, .release],
            purpose: .statistics, ceiling: .open),
        PolicyRow(
            name: "officer-protects-data", function: .dataProtectionOfficer,
            actions: [.read, .search, .erase, .verify], purpose: .dataProtection, ceiling: .identity),
        PolicyRow(
            name: "operator-keeps", function: .systemOperator,
            actions: [.initialise, .importRecords, .verify, .backup, .restore, .rebuild],
            purpose: .administration, ceiling: .open),
        PolicyRow(
            name: "public-reads-releases", function: .public, actions: [.readRelease], purpose: .publication,
            ceiling: .open),
    ]
}

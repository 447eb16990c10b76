import Access
import Accounts
import Mechanisms
import NumericMethods
import Registry
import Vocabulary

/// Organisations, posts, accounts and mandates of the demo country, made the way a secretariat makes them.
struct DemoNetwork {
    /// One who may sign in.
    struct SignIn {
        let name: String
        let password: String
        let house: String
        let function: FunctionKind
    }

    let registry: Registry
    let accounts: Accounts
    let clock: DemoClock
    private(set) var houses: [RecordID] = []
    /// Bodies without a post.
    private(set) var districts: [RecordID] = []
    private(set) var actors: [Actor] = []
    private(set) var signIns: [SignIn] = []
    /// Posts by the names under which their holders sign in.
    private(set) var posts: [String: RecordID] = [:]

    init(registry: Registry, accounts: Accounts, clock: DemoClock) {
        self.registry = registry
        self.accounts = accounts
        self.clock = clock
    }

    /// Days on which the country began, and on which the district offices joined it.
    private static let (begun, joined) = (-400, -20)

    mutating func make(progress: (Int, Int) -> Void) throws {
        let keeper = Asking(Actor(account: "shell-demo", function: .systemOperator, organisation: nil))
        for house in DemoPlan.houses {
            var changes: [String: FieldValue] = [
                "name": .text(house.name), "kind": .code(house.kind), "registers": .boolean(house.registers),
            ]
            changes["supervised-by"] = house.supervisor.map { .link(houses[$0]) }
            houses.append(try open("organisation", changes, keeper))
        }
        for number in 1...DemoPlan.districts {
            districts.append(
                try open(
                    "organisation",
                    [
                        "name": .text("District Office \(number)"), "kind": .code("local-government"),
                        "registers": .boolean(false),
                    ], keeper, on: DemoNetwork.joined))
        }
        let total = DemoPlan.houses.reduce(0) { $0 + $1.posts.count }
        for (house, record) in zip(DemoPlan.houses, houses) {
            for function in house.posts {
                try post(function, in: house, record, keeper)
                progress(signIns.count, total)
            }
        }
        let day = clock.today
        actors = registry.directory.mandates.values.sorted { $0.id < $1.id }.compactMap { mandate in
            mandate.account.flatMap { registry.directory.actor($0, through: mandate.id, on: day) }
        }
    }

    /// The posts of one body.
    func actors(of house: Int, _ function: FunctionKind? = nil) -> [Actor] {
        actors.filter { $0.organisation == houses[house] && (function == nil || $0.function == function) }
    }

    private mutating func post(
        _ function: FunctionKind, in house: DemoPlan.House, _ record: RecordID, _ keeper: Asking
    ) throws {
        let number = signIns.count { $0.function == function } + 1
        let name = "\(function.rawValue)-\(number)"
        let (account, password) = try account(name)
        let post = try open(
            "function",
            [
                "organisation": .link(record), "kind": .code(function.rawValue),
                "title": .text("\(house.name): \(function.rawValue) \(number)"),
            ], keeper)
        posts[name] = post
        _ = try open(
            "mandate",
            [
                "function": .link(post), "holder": .text("Demo holder of \(name)"),
                "account": .text(account.id.description), "rank": .code("main"),
                "from": clock.value(DemoNetwork.begun),
            ], keeper)
        signIns.append(SignIn(name: name, password: password, house: house.name, function: function))
    }

    private func account(_ name: String) throws -> (Account, password: String) {
        let now = OpenRegister.clock()
        let account = try accounts.make(
            NewAccount(signInName: name, displayName: name, language: "en", requiresSecondFactor: false),
            by: "shell-demo", at: now)
        let link = try accounts.makeLink(.invitation, for: account.id, by: "shell-demo", at: now)
        while true {
            let password = DemoNetwork.password()
            do {
                try accounts.setPassword(
                    password, through: link.secret, from: Visitor(address: "127.0.0.1", device: "demo"), at: now)
                return (account, password)
            } catch AccountRefusal.passwordTooCommon {
                // A draw may be one syllable again and again: another is drawn.
            }
        }
    }

    private static func password() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<3).map { _ in DemoWords.word(&random) }.joined(separator: "-")
    }

    private func open(
        _ mechanism: String, _ changes: [String: FieldValue], _ asking: Asking, on day: Int = DemoNetwork.begun
    ) throws -> RecordID {
        try DemoRecord.open(mechanism, changes, on: clock.day(day), of: registry, asking)
    }
}

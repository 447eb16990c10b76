import Access
import Ledger
import Testing

/// The ledger asks for the leave that fits what is done, whoever calls it: a room that forgot to is stopped here.
@Suite struct LeaveTests {
    private static let writing: Set<Action> = [.open, .write, .breakGlass, .importRecords, .release]
    private let register: TestRegister

    init() throws {
        register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1, name: "Planted")], under: TestRegister.grant(.write))
    }

    @Test(arguments: Action.allCases.filter { $0 != .erase })
    func nobodyIsErasedUnderLeaveForAnotherThing(action: Action) throws {
        let grant = try TestRegister.grant(action, on: Draft.id(1))
        #expect(throws: LedgerFailure.otherGrant(given: action, needed: .erase)) {
            try register.ledger.erase(Draft.id(1), reason: nil, under: grant)
        }
        #expect(try register.ledger.erased().isEmpty)
    }

    @Test(arguments: Action.allCases.filter { !writing.contains($0) })
    func nothingIsWrittenUnderLeaveToLook(action: Action) throws {
        let grant = try TestRegister.grant(action)
        #expect(throws: LedgerFailure.otherGrant(given: action, needed: .write)) {
            try register.ledger.append([Draft.person(2, name: "Planted")], under: grant)
        }
        #expect(try register.ledger.record(Draft.id(2)) == nil)
    }

    @Test(arguments: Action.allCases.filter { ![.read, .export].contains($0) })
    func nothingIsOpenedUnderLeaveForAnotherThing(action: Action) throws {
        let grant = try TestRegister.grant(action, on: Draft.id(1))
        #expect(throws: LedgerFailure.otherGrant(given: action, needed: .read)) {
            try register.ledger.read(Draft.id(1), under: grant)
        }
    }
}

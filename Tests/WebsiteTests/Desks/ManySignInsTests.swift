import Access
import Accounts
import Foundation
import InterfaceKit
import Testing

@testable import Website

/// scrypt is made to take half a second, one at a time; who is signed in already must not wait for it.
@Suite struct ManySignInsTests {
    /// Derives at once, or not before it is let go.
    private final class HeldDerivation: PasswordDerivation {
        private let condition = NSCondition()
        private nonisolated(unsafe) var isHeld = false
        private nonisolated(unsafe) var held = 0

        func hold(_ isHeld: Bool) {
            condition.withLock { self.isHeld = isHeld }
            condition.broadcast()
        }

        /// How many have begun while it was held.
        var begun: Int { condition.withLock { held } }

        func derive(_ password: [UInt8], salt: [UInt8], cost: ScryptCost) throws -> [UInt8] {
            condition.withLock {
                if isHeld { held += 1 }
                while isHeld { condition.wait() }
            }
            return Array((password + salt + Array(repeating: 0, count: 32)).prefix(32))
        }
    }

    @Test(.timeLimit(.minutes(10))) func fiftySignInsAtOnceStallNobodyElsesPages() async throws {
        let derivation = HeldDerivation()
        let house = try DeskHouse(derivation: derivation)
        try house.person("ada", .systemOperator)
        let ada = try await house.browser("ada")
        derivation.hold(true)
        let answered = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<50 { group.addTask { try? await house.trySigningIn("ada") } }
            // Whichever pages she opens while all fifty wait, she gets.
            for _ in 0..<5 { _ = try? await ada.get("/work") }
            let status = ada.status
            derivation.hold(false)
            return status
        }
        #expect(answered == 200)
        #expect(derivation.begun <= 1)
    }
}

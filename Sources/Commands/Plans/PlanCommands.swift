import ArgumentParser

/// `rapporteur plan …`: plans of action, from a table into the ledger and out again as of any day.
struct PlanCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Bring in plans of action, and print where they stand on any day.",
        subcommands: [
            PlanBringIn.self, PlanShow.self, PlanChanges.self, PlanGaps.self, PlanSucceed.self, PlanList.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

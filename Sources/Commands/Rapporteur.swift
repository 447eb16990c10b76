import ArgumentParser

/// `rapporteur`: one noun a folder, one verb a file.
struct Rapporteur: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "rapporteur",
        abstract: "The register, figures and publications of a rapporteur on trafficking in human beings.",
        subcommands: [
            Initialise.self, Import.self, Count.self, IndicatorCommands.self, ReleaseCommands.self,
            NoticeCommands.self, SubmissionCommands.self,
            LedgerCommands.self, Demo.self, RecordCommands.self, PersonCommands.self, ProtectionCommands.self,
            AccountCommands.self,
            ProviderCommands.self, PlanCommands.self, TreatyCommands.self, RecommendationCommands.self,
            LibraryCommands.self, OverviewCommands.self, ContactCommands.self,
            QuestionnaireCommands.self, ReminderCommands.self,
            PolicyCommands.self, Serve.self,
            Protect.self, Audit.self, Link.self, LinksCommands.self, BlindCommands.self, EstimateCommands.self,
            WriteReference.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

namespace Bench.Reporter.Interactive;

/// <summary>A case that two runs have.</summary>
/// <param name="Workload">Title of its workload.</param>
/// <param name="Place">Parameters and terms.</param>
/// <param name="Name">What its arm is called.</param>
/// <param name="Model">Index of its model.</param>
/// <param name="Anchor">Anchor of its scenario.</param>
internal sealed record ExplorerCase(string Workload, string Place, string Name, int Model, string Anchor);

using Bench.Analysis.Code;

namespace Bench.Analysis.Claims;

/// <summary>Models whose code is compared. Code has no terms: it is the same on both.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Contenders">Ids of models; the first decides the part, the others are lines beside it.</param>
/// <param name="Baseline">Id of the model that they are compared with.</param>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record CodeArms(
    CodeMeasure Measure,
    IReadOnlyList<string> Contenders,
    string Baseline,
    int Line
);

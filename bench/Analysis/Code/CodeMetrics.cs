using Bench.Results;

namespace Bench.Analysis.Code;

/// <summary>
/// What can be counted in C# code. All of it is syntax: it says how much there is to read and how much it branches, not
/// whether it is clear, correct or fast. Using directives, comments and blank lines count nowhere.
/// </summary>
/// <param name="Statements">
/// Statements but blocks and empty ones; a body that is one expression (of a member, a property or a lambda) is one, as it
/// would be if it were written with a block.
/// </param>
/// <param name="Tokens">Tokens of the language: what remains when layout is taken away.</param>
/// <param name="Cyclomatic">
/// McCabe's number, summed: one for each function that has code, and one for each place where it branches (T. J. McCabe, IEEE
/// Transactions on Software Engineering 2, 1976, 308–320). A lambda belongs to the function around it.
/// </param>
/// <param name="Nesting">Deepest nesting of branches, loops, locks, exception handlers and lambdas.</param>
/// <param name="Primitives">Distinct primitives of concurrency, such as <c>lock</c>, <c>Channel</c> or <c>Tell</c>, in order of name.</param>
/// <param name="MutableFields">
/// Fields and automatic properties that can be set after construction. Whether units share them cannot be seen in syntax: an
/// actor's own are private to it, a lock's are not.
/// </param>
public sealed record CodeMetrics(
    int Statements,
    int Tokens,
    int Cyclomatic,
    int Nesting,
    IReadOnlyList<string> Primitives,
    int MutableFields
)
{
    /// <summary>Counts what stands in these files, together.</summary>
    public static CodeMetrics Of(IEnumerable<SourceFile> files, ConcurrencyPrimitives known) =>
        Sum(files.Select(file => new ParsedFile(file, known).Count));

    internal static CodeMetrics Sum(IEnumerable<CodeCount> each)
    {
        List<CodeCount> counts = [.. each];
        return new(
            counts.Sum(count => count.Statements),
            counts.Sum(count => count.Tokens),
            counts.Sum(count => count.Cyclomatic),
            counts.Select(count => count.Nesting).DefaultIfEmpty(0).Max(),
            [.. counts.SelectMany(count => count.Primitives).Distinct().Order(StringComparer.Ordinal)],
            counts.Sum(count => count.MutableFields)
        );
    }
}

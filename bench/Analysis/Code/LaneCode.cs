using Bench.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bench.Analysis.Code;

/// <summary>
/// Which files a lane is made of: its own and, of its model's folder, those whose types it names, directly or through another:
/// a base lane, a queue, the set-up of an actor system. What all models share (requests, kernel, load) is nobody's.
/// </summary>
public sealed class LaneCode
{
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly Dictionary<string, HashSet<string>> _names;
    private readonly Dictionary<string, List<string>> _types;

    /// <param name="sources">The code that was run: <c>sources.json</c>.</param>
    public LaneCode(IReadOnlyList<SourceFile> sources)
    {
        _files = sources;
        var roots = sources.ToDictionary(
            file => file.Path,
            file => CSharpSyntaxTree.ParseText(file.Text).GetRoot()
        );
        _names = roots.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value.DescendantTokens(node => node is not UsingDirectiveSyntax)
                    .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !IsOfWorkloads(token))
                    .Select(token => token.ValueText)
                    .ToHashSet(StringComparer.Ordinal)
        );
        _types = roots.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value.DescendantNodes(node => node is not BaseTypeDeclarationSyntax)
                    .OfType<BaseTypeDeclarationSyntax>()
                    .Select(type => type.Identifier.ValueText)
                    .ToList()
        );
    }

    /// <summary>The files of the lane that begins in this one, in order of path; empty when the run did not keep it.</summary>
    /// <param name="path">A lane's source, as the plan has it.</param>
    public IReadOnlyList<SourceFile> Of(string path)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(_names.ContainsKey(path) ? [path] : []);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var needed in _types.Where(file => IsNeeded(file.Key, next, file.Value)))
                {
                    open.Push(needed.Key);
                }
            }
        }

        return [.. _files.Where(file => found.Contains(file.Path))];
    }

    // A lane has its workload's name and is derived from it, as "Workloads.Inventory": that is no lane's file.
    private static bool IsOfWorkloads(SyntaxToken token) =>
        token.Parent?.Parent is QualifiedNameSyntax name
        && name.Right == token.Parent
        && name.Left.ToString().Split('.')[^1] == "Workloads";

    private bool IsNeeded(string candidate, string by, List<string> types) =>
        Folder(candidate) == Folder(by) && candidate != by && types.Exists(_names[by].Contains);

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}

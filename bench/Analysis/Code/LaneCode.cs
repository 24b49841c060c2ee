using Bench.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bench.Analysis.Code;

/// <summary>
/// Which files a lane is made of: its own and, of its model's folder, those whose types it names, directly or through another:
/// a queue, the set-up of an actor system. Another lane is part of it only as its base: the name of one may be that of a member
/// (a workload's gateway, an abandoned call). What all models share (requests, kernel, load) is nobody's.
/// </summary>
public sealed class LaneCode
{
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly Dictionary<string, HashSet<string>> _names;
    private readonly Dictionary<string, List<string>> _types;
    private readonly Dictionary<string, HashSet<string>> _bases;
    private readonly HashSet<string> _lanes;

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
                    .Where(token =>
                        token.IsKind(SyntaxKind.IdentifierToken) && !IsOfWorkloads(token.Parent?.Parent)
                    )
                    .Select(token => token.ValueText)
                    .ToHashSet(StringComparer.Ordinal)
        );
        _types = roots.ToDictionary(
            pair => pair.Key,
            pair => TopLevel(pair.Value).Select(type => type.Identifier.ValueText).ToList()
        );
        _bases = roots.ToDictionary(pair => pair.Key, pair => Bases(pair.Value));
        _lanes = Lanes(roots);
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

    private bool IsNeeded(string candidate, string by, List<string> types) =>
        Folder(candidate) == Folder(by)
        && candidate != by
        && types.Exists((_lanes.Contains(candidate) ? _bases[by] : _names[by]).Contains);

    // Those that are derived from a workload, and those that are derived from these.
    private HashSet<string> Lanes(Dictionary<string, SyntaxNode> roots)
    {
        var lanes = roots
            .Where(pair => TopLevel(pair.Value).Any(type => BasesOf(type).Any(IsOfWorkloads)))
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        while (
            roots.Keys.FirstOrDefault(path => !lanes.Contains(path) && lanes.Any(lane => IsBase(lane, path)))
                is { } next
        )
        {
            lanes.Add(next);
        }

        return lanes;

        bool IsBase(string lane, string path) =>
            Folder(lane) == Folder(path) && _types[lane].Exists(_bases[path].Contains);
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> TopLevel(SyntaxNode root) =>
        root.DescendantNodes(node => node is not BaseTypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>();

    private static HashSet<string> Bases(SyntaxNode root) =>
        [
            .. TopLevel(root)
                .SelectMany(BasesOf)
                .OfType<SimpleNameSyntax>()
                .Select(name => name.Identifier.ValueText),
        ];

    private static IEnumerable<TypeSyntax> BasesOf(BaseTypeDeclarationSyntax type) =>
        type.BaseList?.Types.Select(each => each.Type) ?? [];

    // "Workloads.Inventory", also as "Bench.Workloads.Inventory".
    private static bool IsOfWorkloads(SyntaxNode? node) =>
        node is QualifiedNameSyntax name && name.Left.ToString().Split('.')[^1] == "Workloads";

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}

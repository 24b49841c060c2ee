using System.Text;

namespace Bench.Cli.Terminal;

/// <summary>Scripts by which shells complete <c>run.sh</c>: verbs first, then the options of the verb, and folders.</summary>
internal static class CompletionScript
{
    public static string Bash(IReadOnlyList<CompletedVerb> verbs)
    {
        var script = new StringBuilder();
        script.AppendLine("_bench_run() {");
        script.AppendLine("  local word=\"${COMP_WORDS[COMP_CWORD]}\" options=''");
        script.AppendLine("  if ((COMP_CWORD == 1)); then");
        script.AppendLine($"    COMPREPLY=($(compgen -W '{Names(verbs)}' -- \"$word\"))");
        script.AppendLine("    return");
        script.AppendLine("  fi");
        script.AppendLine("  case \"${COMP_WORDS[1]}\" in");
        foreach (var verb in verbs)
        {
            script.AppendLine(
                $"    {verb.Name}) options='{string.Join(' ', verb.Options.Select(option => option.Name))}' ;;"
            );
        }

        script.AppendLine("  esac");
        script.AppendLine("  if [[ $word == -* ]]; then");
        script.AppendLine("    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))");
        script.AppendLine("  else");
        script.AppendLine("    COMPREPLY=($(compgen -o dirnames -- \"$word\"))");
        script.AppendLine("  fi");
        script.AppendLine("}");
        script.AppendLine("complete -F _bench_run run.sh ./run.sh");
        return script.ToString();
    }

    public static string Zsh(IReadOnlyList<CompletedVerb> verbs) =>
        $"autoload -U +X bashcompinit && bashcompinit\n{Bash(verbs)}";

    public static string Fish(IReadOnlyList<CompletedVerb> verbs)
    {
        var script = new StringBuilder();
        foreach (var verb in verbs)
        {
            script.AppendLine(
                $"complete -c run.sh -n __fish_use_subcommand -f -a {verb.Name} -d {Quoted(verb.Help)}"
            );
            foreach (var (name, help) in verb.Options)
            {
                script.AppendLine(
                    $"complete -c run.sh -n '__fish_seen_subcommand_from {verb.Name}' -l {name[2..]} -d {Quoted(help)}"
                );
            }
        }

        return script.ToString();
    }

    private static string Names(IEnumerable<CompletedVerb> verbs) =>
        string.Join(' ', verbs.Select(verb => verb.Name));

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}

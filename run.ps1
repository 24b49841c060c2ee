# Builds what changed, then runs the suite: run.sh, line by line. Works from any directory; all options are passed on.
$root = $PSScriptRoot
$needed = 10

function Files {
    Get-ChildItem "$root/bench" -Recurse -File |
        Where-Object { $_.FullName -notmatch '[\\/](obj|bin)[\\/]' -and $_.Extension -ne '.md' }
}

function Sources { "$root`n$((Files | Measure-Object).Count)" }

function Say([string] $text) { [Console]::Error.WriteLine($text) }

function Build([string] $name, [string] $program) {
    $project = "$root/bench/$name/$name.csproj"
    $stamp = "$root/bench/$name/obj/built.stamp"
    if ((Test-Path $stamp) -and (Test-Path "$root/bench/$name/bin/Release/net10.0/$program") -and
        (Get-Content -Raw $stamp).Trim() -eq (Sources)) {
        $built = (Get-Item $stamp).LastWriteTimeUtc
        if (-not (Files | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)) { return }
    }
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        Say "error: dotnet is not on the PATH; install the .NET SDK $needed (https://dot.net)"
        exit 2
    }
    $version = dotnet --version 2>$null
    if ("$version" -notmatch '^(\d+)\.' -or [int] $Matches[1] -lt $needed) {
        Say "error: the .NET SDK $needed is needed, found '$version'; install it from https://dot.net"
        exit 2
    }
    Say "building $name (only what changed) ..."
    $started = Get-Date
    New-Item -ItemType Directory -Force (Split-Path $stamp) | Out-Null
    Sources | Set-Content "$stamp.new"
    $log = dotnet build $project --configuration Release --verbosity quiet -nologo
    if ($LASTEXITCODE -ne 0) {
        $errors = $log | Select-String 'error' | Sort-Object -Unique
        if (-not $errors) { $errors = $log }
        $errors | ForEach-Object { Say "$_" }
        Say 'error: the build failed; the lines above say where'
        exit 1
    }
    Move-Item -Force "$stamp.new" $stamp
    Say "built in $([int]((Get-Date) - $started).TotalSeconds) s"
}

if ($args.Count -gt 0 -and $args[0] -eq 'test' -and $args[1] -ne '--help') {
    $rest = @($args | Select-Object -Skip 1)
    Build 'Tests' 'Tests.dll'
    $tests = "$root/bench/Tests/bin/Release/net10.0/Tests.dll"
    if ($rest.Count -gt 0 -and $rest[0] -eq '--all') {
        dotnet $tests @($rest | Select-Object -Skip 1)
        exit $LASTEXITCODE
    }
    dotnet $tests -trait- Category=Long @rest
    exit $LASTEXITCODE
}
Build 'Cli' 'bench.dll'
if ($args.Count -gt 0 -and $args[0] -eq 'report') {
    $env:DOTNET_gcServer = '1' # see run.sh
}
dotnet "$root/bench/Cli/bin/Release/net10.0/bench.dll" @args
exit $LASTEXITCODE

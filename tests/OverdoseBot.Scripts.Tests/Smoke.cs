namespace OverdoseBot.Scripts.Tests;
public sealed class Smoke { [Fact] public void Runs() => true.ShouldBeTrue(); }

using OverdoseBot.Verbs;

return await Root.Command().Parse(args).InvokeAsync();

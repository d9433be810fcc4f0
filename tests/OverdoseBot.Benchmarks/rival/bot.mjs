// The rival: a waterfall of a choice, a text, a number and a confirmation on botbuilder with its memory storage, on Node's own web server (no framework
// in front of it, which would only cost it time). Usage: node bot.mjs PORT
import { createServer } from 'node:http';
import builder from 'botbuilder';
import dialogs from 'botbuilder-dialogs';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = builder;
const { ChoicePrompt, ConfirmPrompt, DialogSet, DialogTurnStatus, NumberPrompt, TextPrompt, WaterfallDialog } = dialogs;

const state = new ConversationState(new MemoryStorage());
const set = new DialogSet(state.createProperty('dialog'));
set.add(new ChoicePrompt('choice'));
set.add(new TextPrompt('text'));
set.add(new NumberPrompt('number'));
set.add(new ConfirmPrompt('confirm'));
set.add(new WaterfallDialog('form', [
  step => step.prompt('choice', { prompt: 'How do you come?', choices: ['On foot', 'By bus', 'By car'] }),
  step => { step.values.way = step.result.value; return step.prompt('text', 'What is your name?'); },
  step => { step.values.name = step.result; return step.prompt('number', 'How old are you?'); },
  step => { step.values.age = step.result; return step.prompt('confirm', 'Is that right?'); },
  async step => { await step.context.sendActivity(`Thank you, ${step.values.name}.`); return step.endDialog(); },
]));

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dialog = await set.createContext(context);
      if ((await dialog.continueDialog()).status === DialogTurnStatus.empty) await dialog.beginDialog('form');
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await state.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Bot();
createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  request.body = parts.length ? JSON.parse(Buffer.concat(parts).toString('utf8')) : {};
  response.status = code => { response.statusCode = code; return response; };
  response.header = (name, value) => response.setHeader(name, value);
  response.send = body => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.write(JSON.stringify(body));
    return response;
  };
  await adapter.process(request, response, context => bot.run(context));
}).listen(Number(process.argv[2]), '127.0.0.1');

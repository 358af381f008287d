/** The least a Fluent page in Teams can be: the yardstick for the side panel. Built to be weighed, never served. */
import { Button, FluentProvider, Tab, TabList, teamsLightTheme } from '@fluentui/react-components';
import { app } from '@microsoft/teams-js';
import { createRoot } from 'react-dom/client';

await app.initialize();
const { page } = await app.getContext();
createRoot(document.getElementById('root') as HTMLElement).render(
  <FluentProvider theme={teamsLightTheme}>
    <TabList defaultSelectedValue={page.id}>
      <Tab value={page.id}>{page.id}</Tab>
    </TabList>
    <Button>{page.frameContext}</Button>
  </FluentProvider>,
);
